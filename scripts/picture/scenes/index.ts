import {homeScenes} from './home.ts';
import {reviewScenes} from './review.ts';
import type {Scene} from './scene.ts';
import {setUpScenes} from './set-up.ts';

export type {Scene} from './scene.ts';

/** The screens in docs/screens. */
export const scenes: readonly Scene[] = [...setUpScenes, ...homeScenes, ...reviewScenes];
