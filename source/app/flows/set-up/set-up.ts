import type {AppServices, ConnectedWorkspace, EditableProfile} from '../../services.ts';
import type {Stage} from '../../stage.ts';
import {Prompter} from '../prompter.ts';
import {QueryAnswers} from '../query/answers.ts';
import type {SetUpAnswers, SetUpStep, StepContext} from './answers.ts';
import {initialAnswers} from './initial-answers.ts';
import {saveProfile, showSaved} from './save-profile.ts';
import {askedSteps} from './steps/index.ts';
import {summaryStep} from './steps/summary.ts';
import {titles} from './texts.ts';

/** A profile that was saved, and the workspace that was connected for it. */
export type SetUpResult = {
	readonly name: string;
	readonly account: ConnectedWorkspace | undefined;
	/** True if the user wants to see the preview of an upload now. */
	readonly showPreview: boolean;
};

const steps: readonly SetUpStep[] = [...askedSteps, summaryStep];
const summary = steps.length - 1;

/**
Creates a profile, one question at a time, or edits one. Nothing is stored before the end. Returns `undefined` if the user goes
back from the first question. @throws AppClosed
*/
export async function setUp(
	stage: Stage,
	{setup, files}: AppServices,
	profile?: EditableProfile,
): Promise<SetUpResult | undefined> {
	const title = profile === undefined ? titles.create : titles.edit;
	const prompter = new Prompter(stage, title, text => files.complete(text));
	const context: StepContext = {stage, prompter, setup, files, profile, queryAnswers: new QueryAnswers()};
	let answers: SetUpAnswers = profile === undefined ? {} : await initialAnswers(profile, files, prompter);
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
				return {name, account, showPreview: await showSaved(result.draft, saved, prompter)};
			}

			default:
				result satisfies never;
		}
	}
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
