import type {TextFrame} from '../../frame.ts';

/** A frame that covers the detail pane, or grid and detail if it needs more room. */
export type OverlayFrame = TextFrame & {readonly place: 'detail' | 'screen'};
