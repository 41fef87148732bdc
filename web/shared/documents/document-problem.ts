/** Why a file's text could not be read. */
export type DocumentFault = 'too-large' | 'wrong-type' | 'old-word' | 'encrypted' | 'no-text' | 'garbled' | 'broken';

export class DocumentProblem extends Error {
  readonly fault: DocumentFault;

  constructor(fault: DocumentFault) {
    super(fault);
    this.name = 'DocumentProblem';
    this.fault = fault;
  }
}
