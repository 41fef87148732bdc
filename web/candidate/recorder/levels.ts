/** Reports how loud both lanes of a sound are, 20 times a second, from 0 to 1. */

export type Lanes = readonly [candidate: number, interviewer: number];

const MODULE = new URL('./levels-worklet.js', import.meta.url);

/** The given node's sound is only listened to, never played. */
export async function watchLevels(node: AudioNode, hear: (levels: Lanes) => void): Promise<() => void> {
  await node.context.audioWorklet.addModule(MODULE);
  const options = { numberOfOutputs: 0, channelCount: 2, channelCountMode: 'explicit' } as const;
  const worklet = new AudioWorkletNode(node.context, 'levels', options);
  worklet.port.onmessage = (event: MessageEvent<Lanes>) => hear(event.data);
  node.connect(worklet);
  return () => {
    worklet.port.onmessage = null;
    node.disconnect(worklet);
  };
}
