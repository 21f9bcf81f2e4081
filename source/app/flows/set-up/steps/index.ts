import type {SetUpStep} from '../answers.ts';
import {fileStep} from './file.ts';
import {integrationStep} from './integration.ts';
import {mappingStep} from './mapping.ts';
import {nameStep} from './name.ts';
import {tokenStep} from './token.ts';
import {tokenStorageStep} from './token-storage.ts';
import {workspaceStep} from './workspace.ts';

/** The steps that ask a question, in order. */
export const askedSteps: readonly SetUpStep[] = [
	workspaceStep,
	tokenStep,
	tokenStorageStep,
	integrationStep,
	fileStep,
	mappingStep,
	nameStep,
];
