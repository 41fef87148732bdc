/** The four textures of the ring, drawn by arithmetic on a field of 200 units around 0. */

const TURN = 2 * Math.PI;
const R = 74;

export interface Ray {
  angle: number;
  from: number;
  to: number;
}

/** Rays: longest at the bottom, where the candidate is. */
export function rays(count: number): Ray[] {
  return Array.from({ length: count }, (_, i) => {
    const angle = (360 / count) * i;
    const low = (1 - Math.cos((angle / 360) * TURN)) / 2;
    const half = 3 + 11 * low ** 1.6 + 2.5 * Math.abs(Math.sin(i * 2.4));
    return { angle, from: -(R - half), to: -(R + half) };
  });
}

/** Beads of falling size: something goes round. */
export function beads(count: number): { x: number; y: number; r: number }[] {
  return Array.from({ length: count }, (_, i) => {
    const at = (i / count) * TURN;
    const size = 2.2 + 3.4 * Math.max(0, Math.cos(at - 0.5)) ** 1.5;
    return { x: round(R * Math.sin(at)), y: round(-R * Math.cos(at)), r: round(size) };
  });
}

/** Nested contours, fullest at the top, where the voice comes from. */
export function contours(count: number): string[] {
  return Array.from({ length: count }, (_, ring) => {
    const radius = 62 + ring * 6;
    const depth = 0.4 + ring * 0.9;
    const points = Array.from({ length: 72 }, (_, i) => {
      const at = (i / 72) * TURN;
      const top = (1 + Math.cos(at)) / 2;
      const swell = depth * (0.4 + top * 1.6) * Math.sin(at * 9 + ring * 0.5) + depth * 0.7 * Math.sin(at * 5 - ring);
      const length = radius + swell;
      return `${round(length * Math.sin(at))} ${round(-length * Math.cos(at))}`;
    });
    return `M${points.join('L')}Z`;
  });
}

/** Two broken halves, a little apart. */
export function halves(): string[] {
  return [-1, 1].map((side) => {
    const arcs = Array.from({ length: 5 }, (_, i) => {
      const from = ((i * 36 - 70) / 360) * TURN;
      const to = ((i * 36 - 46) / 360) * TURN;
      const point = (at: number) => `${round(R * Math.sin(at))} ${round(side * R * Math.cos(at) + side * 5)}`;
      return `M${point(from)}A${R} ${R} 0 0 ${side === 1 ? 0 : 1} ${point(to)}`;
    });
    return arcs.join('');
  });
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
