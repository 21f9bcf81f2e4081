import type {AppServices} from '../../services/app-services.ts';
import type {FileServices} from '../../services/files.ts';
import type {EditableProfile} from '../../services/set-up.ts';
import type {ConnectedWorkspace} from '../../services/workspace.ts';
import type {Stage} from '../../stage.ts';
import {Prompter} from '../prompter.ts';
import {QueryAnswers} from '../query/answers.ts';
import type {FilesToUpload} from '../review/options.ts';
import type {SetUpAnswers, SetUpStep, StepContext} from './answers.ts';
import {answersOfFiles, answersOfProfile} from './initial-answers.ts';
import {type SavedExits, saveProfile, showSaved} from './save-profile.ts';
import {askedSteps} from './steps/index.ts';
import {summaryStep} from './steps/summary.ts';
import {savedTexts, titles} from './texts.ts';

/** A profile that was saved, and the workspace that was connected for it. */
export type SetUpResult = {
	readonly name: string;
	readonly account: ConnectedWorkspace | undefined;
	/** True if the user wants to see the preview of an upload now. */
	readonly showPreview: boolean;
};

/** The start of a set-up. */
export type SetUpStart =
	| {readonly kind: 'new'}
	| {readonly kind: 'edit'; readonly profile: EditableProfile}
	/** A new profile for files that are open. */
	| {readonly kind: 'for-files'; readonly files: FilesToUpload};

const steps: readonly SetUpStep[] = [...askedSteps, summaryStep];
const summary = steps.length - 1;

/**
Creates a profile, one question at a time, or edits one. Nothing is stored before the end. Returns `undefined` if the user goes
back from the first question. @throws AppClosed
*/
export async function setUp(
	stage: Stage,
	{setup, files}: AppServices,
	start: SetUpStart,
): Promise<SetUpResult | undefined> {
	const profile = start.kind === 'edit' ? start.profile : undefined;
	const title = profile === undefined ? titles.create : titles.edit;
	const prompter = new Prompter(stage, title, text => files.complete(text));
	const context: StepContext = {stage, prompter, setup, files, profile, queryAnswers: new QueryAnswers()};
	let answers = await firstAnswers(start, files, prompter);
	let at = profile === undefined ? 0 : summary;
	/** Steps that asked nothing: going back skips them. */
	const automatic = new Set<number>();
	/** The answers before one of the summary is changed; going back restores them. */
	let beforeChange: SetUpAnswers | undefined;
	for (;;) {
		const step = steps[at];
		if (step === undefined) return undefined;
		prompter.answered = answeredBefore(at, answers);
		const result = await step.ask(answers, context);
		switch (result.kind) {
			case 'next':
				answers = result.answers;
				if (result.isAutomatic === true) automatic.add(at);
				else automatic.delete(at);
				at = nextStep(answers, at);
				if (at === summary) beforeChange = undefined;
				break;
			case 'to':
				answers = {...result.answers, changed: result.step};
				beforeChange = answers;
				at = steps.findIndex(({name}) => name === result.step);
				break;
			case 'back':
				if (at === summary && profile !== undefined) return undefined;
				if (beforeChange === undefined) {
					at = previousStep(answers, at, automatic);
				} else {
					answers = beforeChange;
					beforeChange = undefined;
					at = summary;
				}

				break;
			case 'save': {
				const saved = await saveProfile(result.draft, context);
				if (saved === undefined) break;
				const {name, connection: account} = result.draft;
				return {name, account, showPreview: await showSaved(result.draft, saved, prompter, exitsOf(start))};
			}

			default:
				result satisfies never;
		}
	}
}

function firstAnswers(start: SetUpStart, files: FileServices, prompter: Prompter): Promise<SetUpAnswers> {
	switch (start.kind) {
		case 'new':
			return Promise.resolve({});
		case 'edit':
			return answersOfProfile(start.profile, files, prompter);
		case 'for-files':
			return answersOfFiles(start.files, files, prompter);
	}
}

function exitsOf({kind}: SetUpStart): SavedExits {
	return kind === 'for-files'
		? {preview: savedTexts.previewOfFile, back: savedTexts.file}
		: {preview: savedTexts.preview, back: savedTexts.home};
}

/** Returns the answers to the steps before `at`, for display. */
function answeredBefore(at: number, answers: SetUpAnswers): Prompter['answered'] {
	return steps.slice(0, at).flatMap(step => {
		const text = step.summarize(answers);
		return text === undefined ? [] : [[step.label, text] as const];
	});
}

/** Returns the next step to ask; steps that are already answered are skipped. */
function nextStep(answers: SetUpAnswers, at: number): number {
	return steps.findIndex(
		(step, index) =>
			index > at && step.isNeeded(answers) && (step.name === 'summary' || step.summarize(answers) === undefined),
	);
}

function previousStep(answers: SetUpAnswers, at: number, automatic: ReadonlySet<number>): number {
	return steps.findLastIndex((step, index) => index < at && step.isNeeded(answers) && !automatic.has(index));
}
