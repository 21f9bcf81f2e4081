import type {Step} from '../found.ts';
import {fileStep} from './file.ts';
import {keepingStep} from './keeping.ts';
import {mappingStep} from './mapping.ts';
import {moreColumnsStep} from './more-columns.ts';
import {nameStep} from './name.ts';
import {placeStep} from './place.ts';
import {tokenStep} from './token.ts';
import {workspaceStep} from './workspace.ts';

/** What is asked, in this order. */
export const askedSteps: readonly Step[] = [
	workspaceStep,
	tokenStep,
	keepingStep,
	placeStep,
	fileStep,
	mappingStep,
	moreColumnsStep,
	nameStep,
];
