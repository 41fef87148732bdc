/** One ring, four textures: rays listen, beads think, contours speak, two halves mean that the line is down. */
import './ring.css';
import { beads, contours, halves, rays } from './ring-paths.ts';

export type RingState = 'listening' | 'thinking' | 'speaking' | 'reconnecting' | 'closed';

const RAYS = rays(60);
const FEW_RAYS = rays(24);
const BEADS = beads(24);
const WAVES = contours(6);
const FEW_WAVES = contours(3);
const HALVES = halves();

/** `small`: below 80 px, with fewer and thicker strokes. */
export function Ring({ state, small }: { state: RingState; small?: boolean }) {
  return (
    <svg
      class={small ? 'ring ring-s' : 'ring'}
      data-state={state}
      viewBox="-100 -100 200 200"
      aria-hidden="true"
      focusable="false"
    >
      <Texture state={state} small={small === true} />
    </svg>
  );
}

function Texture({ state, small }: { state: RingState; small: boolean }) {
  switch (state) {
    case 'listening':
      return (
        <g class="rays">
          {(small ? FEW_RAYS : RAYS).map((ray) => (
            <g key={ray.angle} transform={`rotate(${ray.angle})`}>
              <line y1={ray.from} y2={ray.to} />
            </g>
          ))}
        </g>
      );
    case 'thinking':
      return (
        <g class="dots">
          {BEADS.map((bead) => (
            <circle key={`${bead.x} ${bead.y}`} cx={bead.x} cy={bead.y} r={bead.r} />
          ))}
        </g>
      );
    case 'speaking':
      return (
        <g class="waves">
          {(small ? FEW_WAVES : WAVES).map((d, i) => (
            <path key={d} d={d} opacity={1 - i * 0.13} />
          ))}
        </g>
      );
    case 'reconnecting':
      return (
        <g class="halves">
          {HALVES.map((d) => (
            <path key={d} d={d} />
          ))}
        </g>
      );
    case 'closed':
      return (
        <g class="rest">
          {BEADS.map((bead) => (
            <circle key={`${bead.x} ${bead.y}`} cx={bead.x} cy={bead.y} r={3} />
          ))}
        </g>
      );
  }
}
