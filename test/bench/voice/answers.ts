/** What candidates say in the measurements of a talk: of lengths that tell them apart. */
export const ANSWERS: readonly string[] = [
  'I lead nine agents in two shifts, and I take the difficult calls myself.',
  'I let her finish, named what she had lost, and promised to call her in ten minutes. I called in eight.',
  'We listened to three of his calls together.',
  'I split the routes between the vans that we had, and called every hospital myself before nine.',
  'I sorted the forty by what gets worse with time, and the rest waited until the evening. Nobody was angry about it.',
];
