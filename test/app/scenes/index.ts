import {fileScenes} from './files.ts';
import {homeScenes} from './home.ts';
import {jobScenes} from './job.ts';
import {jsonLinesScenes} from './json-lines.ts';
import {lineageScenes} from './lineage.ts';
import {mappingScenes} from './mapping.ts';
import {pairScenes} from './pair.ts';
import {planScenes} from './plan.ts';
import {queryScenes} from './query.ts';
import {relativesScenes} from './relatives.ts';
import {reviewScenes} from './review.ts';
import type {Scene} from './scene.ts';
import {setUpScenes} from './set-up.ts';

/** Every screen and every mode of the app: their frames are in test/app/frames, their pictures in docs/screens. */
export const scenes: readonly Scene[] = [
	...setUpScenes,
	...queryScenes,
	...homeScenes,
	...reviewScenes,
	...fileScenes,
	...pairScenes,
	...jsonLinesScenes,
	...lineageScenes,
	...mappingScenes,
	...relativesScenes,
	...planScenes,
	...jobScenes,
];
