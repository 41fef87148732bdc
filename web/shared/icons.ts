/** Drawings on a 24-unit grid, one path each; import only those a page uses: `import { check } from …`. */

export const check = 'M4.5 12.5l5 5 10-11';
export const close = 'M6 6l12 12M18 6L6 18';
export const plus = 'M12 5.5v13M5.5 12h13';
export const minus = 'M6 12h12';
export const chevronDown = 'M6 9l6 6 6-6';
export const chevronUp = 'M6 15l6-6 6 6';
/** Turn with the reading direction: add the class icon-turns (`<Icon turns …>`). */
export const arrowEnd = 'M5 12h14M13 6l6 6-6 6';
export const arrowStart = 'M19 12H5M11 6l-6 6 6 6';
export const again = 'M20 12a8 8 0 1 1-2.4-5.7L20 8.5M20 4v4.5h-4.5';
export const repeat = 'M4 12a8 8 0 0 1 13.7-5.6L20 8.5M20 4v4.5h-4.5M20 12a8 8 0 0 1-13.7 5.6L4 15.5M4 20v-4.5h4.5';
export const options = 'M4 8h9M17 8h3M4 16h3M11 16h9M13 8a2 2 0 1 0 4 0 2 2 0 0 0-4 0M7 16a2 2 0 1 0 4 0 2 2 0 0 0-4 0';
/** Solid: `<Icon solid …>`. */
export const play = 'M8 5.5v13l10.5-6.5z';
export const pause = 'M7 5.5h3.5v13H7zM13.5 5.5H17v13h-3.5z';
export const think = 'M9 6v12M15 6v12';
export const back15 = 'M5.4 12a6.6 6.6 0 1 0 2.4-5.1M8.2 3.4l-.7 3.7 3.7.7';
export const forward15 = 'M18.6 12a6.6 6.6 0 1 1-2.4-5.1M15.8 3.4l.7 3.7-3.7.7';
export const lock = 'M7 11h10a2 2 0 0 1 2 2v5a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2v-5a2 2 0 0 1 2-2zM8 11V8a4 4 0 0 1 8 0v3';
export const download = 'M12 4v11M7 10.5l5 5 5-5M5 20h14';
export const upload =
  'M12 15.6V4.6M7.5 8.7L12 4.2l4.5 4.5M4.8 15.6v1.8a2.4 2.4 0 0 0 2.4 2.4h9.6a2.4 2.4 0 0 0 2.4-2.4v-1.8';
export const pencil = 'M4 20h4L19 9a2.1 2.1 0 0 0-3-3L5 17z';
export const clock = 'M20.5 12a8.5 8.5 0 1 1-17 0 8.5 8.5 0 0 1 17 0zM12 7.5V12l3 2';
export const keyboard =
  'M5 6h14a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V8a2 2 0 0 1 2-2zM7 10h.01M11 10h.01M15 10h.01M17 14h.01M7 14h.01M10 14h4';
export const microphone = 'M12 3a3 3 0 0 1 3 3v5a3 3 0 0 1-6 0V6a3 3 0 0 1 3-3zM5 11a7 7 0 0 0 14 0M12 18v3';
export const speaker = 'M4 9.5v5h3.5L12 18.5v-13L7.5 9.5zM15.5 9a4.2 4.2 0 0 1 0 6M18 6.5a7.8 7.8 0 0 1 0 11';
export const network = 'M3.5 9.5a12 12 0 0 1 17 0M6.5 12.7a7.8 7.8 0 0 1 11 0M9.5 15.9a3.6 3.6 0 0 1 5 0M12 19h.01';
export const person = 'M15.75 8a3.75 3.75 0 1 1-7.5 0 3.75 3.75 0 0 1 7.5 0zM4.5 20a7.5 7.5 0 0 1 15 0';
export const people =
  'M12.7 8.4a3.35 3.35 0 1 1-6.7 0 3.35 3.35 0 0 1 6.7 0zM3.1 19.4c.5-3.3 2.9-5.1 6.3-5.1s5.7 1.8 6.2 5.1M15.5 5.4a3.35 3.35 0 0 1 0 6M18 15c1.6.7 2.5 2.3 2.9 4.4';
export const bin = 'M5 7h14M10 7V4.5h4V7M7 7l1 13h8l1-13';
export const home = 'M4.2 11L12 4.6l7.8 6.4V18a1.8 1.8 0 0 1-1.8 1.8h-3.4v-5.5H9.4v5.5H6A1.8 1.8 0 0 1 4.2 18z';
export const briefcase =
  'M5.7 7.8h12.6a2.1 2.1 0 0 1 2.1 2.1v7.8a2.1 2.1 0 0 1-2.1 2.1H5.7a2.1 2.1 0 0 1-2.1-2.1V9.9a2.1 2.1 0 0 1 2.1-2.1zM8.4 7.8V6.3c0-1.2.9-2.1 2.1-2.1h3c1.2 0 2.1.9 2.1 2.1v1.5M3.6 13.2h16.8';
export const live =
  'M12 12h.01M7.9 16.1a5.8 5.8 0 0 1 0-8.2M16.1 7.9a5.8 5.8 0 0 1 0 8.2M4.8 19.2a10.2 10.2 0 0 1 0-14.4M19.2 4.8a10.2 10.2 0 0 1 0 14.4';
export const page =
  'M4.8 6c0-1 .8-1.8 1.8-1.8h6.8l5.8 5.6V18c0 1-.8 1.8-1.8 1.8H6.6c-1 0-1.8-.8-1.8-1.8zM13.2 4.2v6h6M8.4 14.4h7.2';
export const shield = 'M12 3.4l7.2 2.7v5.3c0 4.3-2.9 7.4-7.2 9.2-4.3-1.8-7.2-4.9-7.2-9.2V6.1zM8.9 11.9l2.3 2.2 4.1-4.3';
export const search = 'M16.8 10.8a6 6 0 1 1-12 0 6 6 0 0 1 12 0zM15.4 15.4l5 5';
export const flag = 'M6 20.4V4.2M6 4.8h11.4l-2.4 3.9 2.4 3.9H6';
export const more = 'M6 12h.01M12 12h.01M18 12h.01';
export const grip = 'M9 6h.01M15 6h.01M9 12h.01M15 12h.01M9 18h.01M15 18h.01';
export const mail =
  'M5.7 5.4h12.6a2.1 2.1 0 0 1 2.1 2.1v9a2.1 2.1 0 0 1-2.1 2.1H5.7a2.1 2.1 0 0 1-2.1-2.1v-9a2.1 2.1 0 0 1 2.1-2.1zM4.2 7.2l7.8 6 7.8-6';
export const key = 'M12.3 15a3.9 3.9 0 1 1-7.8 0 3.9 3.9 0 0 1 7.8 0zM11.3 12.1l7.9-7.9M15.6 7.8l2.8 2.8';
export const info = 'M20 12a8 8 0 1 1-16 0 8 8 0 0 1 16 0zM12 11.2V16M12 7.9h.01';
export const warning = 'M12 4.2l8.4 15H3.6zM12 10v4.1M12 16.6h.01';
export const share = 'M10 14l4-4M10.8 7.6l2-2a4 4 0 0 1 5.7 5.6l-2.1 2M13.2 16.4l-2 2a4 4 0 0 1-5.7-5.6l2.1-2';
export const eye =
  'M3 12s3-6.2 9-6.2S21 12 21 12s-3 6.2-9 6.2S3 12 3 12zM14.7 12a2.7 2.7 0 1 1-5.4 0 2.7 2.7 0 0 1 5.4 0z';
export const question = 'M9 9.2a3 3 0 1 1 4.4 2.7c-1 .5-1.4 1.1-1.4 2.1v.4M12 17.8h.01';
export const copy =
  'M9 9h9a1.5 1.5 0 0 1 1.5 1.5v8A1.5 1.5 0 0 1 18 20H9a1.5 1.5 0 0 1-1.5-1.5v-8A1.5 1.5 0 0 1 9 9zM4.5 15V5.5A1.5 1.5 0 0 1 6 4h9';

/** States in the pipeline, drawn bolder: `<Icon bold …>`; the first is dashed too. */
export const stateInvited = 'M19.2 12a7.2 7.2 0 1 1-14.4 0 7.2 7.2 0 0 1 14.4 0z';
export const stateLive =
  'M19.2 12a7.2 7.2 0 1 1-14.4 0 7.2 7.2 0 0 1 14.4 0zM13.2 12a1.2 1.2 0 1 1-2.4 0 1.2 1.2 0 0 1 2.4 0z';
export const stateScoring = 'M19.2 12a7.2 7.2 0 1 1-14.4 0 7.2 7.2 0 0 1 14.4 0zM12 9v6a3 3 0 0 0 0-6z';
export const stateReview = 'M19.2 12a7.2 7.2 0 1 1-14.4 0 7.2 7.2 0 0 1 14.4 0zM12 8.8a3.2 3.2 0 1 1-3.2 3.2H12z';
export const stateTalk = 'M19.2 12a7.2 7.2 0 1 1-14.4 0 7.2 7.2 0 0 1 14.4 0zM8.8 12.3l2.3 2.2 4.1-4.6';
export const stateHold = 'M19.2 12a7.2 7.2 0 1 1-14.4 0 7.2 7.2 0 0 1 14.4 0zM9.8 9.4v5.2M14.2 9.4v5.2';
export const stateNo = 'M19.2 12a7.2 7.2 0 1 1-14.4 0 7.2 7.2 0 0 1 14.4 0zM9 12h6';
export const stateGone = 'M19.2 12a7.2 7.2 0 1 1-14.4 0 7.2 7.2 0 0 1 14.4 0zM9.7 9.7l4.6 4.6M14.3 9.7l-4.6 4.6';
