import type {TextFrame} from '../../frame.ts';

/** A frame that lies over the detail pane, or over grid and detail when it needs more room. */
export type OverlayFrame = TextFrame & {readonly place: 'detail' | 'screen'};
