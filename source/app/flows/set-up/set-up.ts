import {errorLine, UserError} from '../../../errors/user-error.ts';
import {defaultKind} from '../../../kinds/index.ts';
import type {AppServices, ConnectedWorkspace, EditableProfile, ProfileDraft, SavedProfile} from '../../services.ts';
import type {Stage} from '../../stage.ts';
import {Prompter} from '../prompter.ts';
import type {SetUpAnswers, SetUpStep, StepContext} from './answers.ts';
import {headlessCommand} from './headless-command.ts';
import {askedSteps} from './steps/index.ts';
import {summaryStep} from './steps/summary.ts';

/** A profile that was made or changed, and the connection that was tried with it. */
export type SetUpResult = {
	readonly name: string;
	readonly account: ConnectedWorkspace | undefined;
	/** Whether the person wants to go on with it now. */
	readonly showPreview: boolean;
};

const steps: readonly SetUpStep[] = [...askedSteps, summaryStep];

/**
Makes a profile, one question after the other, or changes one. Nothing is kept before the end. `undefined` when the person
goes back before the first. @throws Left
*/
export async function setUp(
	stage: Stage,
	{setup, files}: AppServices,
	start?: EditableProfile,
): Promise<SetUpResult | undefined> {
	const prompter = new Prompter(stage, start === undefined ? 'Set up' : 'Edit', text => files.complete(text));
	const context: StepContext = {prompter, setup, files, start};
	let found: SetUpAnswers = start === undefined ? {} : await foundIn(start, files, prompter);
	// Steps that answered themselves: going back does not lead there.
	const unasked = new Set<number>();
	const summary = steps.length - 1;
	let at = start === undefined ? 0 : summary;
	/** Whether an answer of the summary is being changed: back leads there then. */
	let changing = false;
	/** What was there before that change. */
	let unchanged = found;
	for (;;) {
		const step = steps[at];
		if (step === undefined) return undefined;
		prompter.answered = steps.slice(0, at).flatMap(({label, summarize: told}) => {
			const text = told(found);
			return text === undefined ? [] : [[label, text] as const];
		});
		const end = await step.ask(found, context);
		switch (end.kind) {
			case 'next':
				found = end.found;
				if (end.unasked === true) unasked.add(at);
				else unasked.delete(at);
				at = nextStep(found, at);
				if (at === summary) changing = false;
				break;
			case 'to':
				found = {...end.found, changed: end.step};
				unchanged = found;
				changing = true;
				at = steps.findIndex(({name}) => name === end.step);
				break;
			case 'back': {
				if (at === summary && start !== undefined) return undefined;
				const before = steps.findLastIndex(
					(other, index) => index < at && other.isNeeded(found) && !unasked.has(index),
				);
				// Who goes back from a change has changed nothing.
				if (changing) found = unchanged;
				at = changing ? summary : before;
				changing = false;
				break;
			}

			case 'save': {
				const saved = await save(end.draft, context);
				if (saved === undefined) break;
				const goOn = await tellSaved(end.draft, saved, prompter);
				return {name: end.draft.name, account: end.draft.connection, showPreview: goOn};
			}

			default:
				end satisfies never;
		}
	}
}

/** The next step that has to be asked; those that were answered before are passed over. */
function nextStep(found: SetUpAnswers, at: number): number {
	return steps.findIndex(
		(step, index) =>
			index > at && step.isNeeded(found) && (step.name === 'summary' || step.summarize(found) === undefined),
	);
}

/** Where a change of a profile starts. A file that is gone keeps its path. */
async function foundIn(start: EditableProfile, files: AppServices['files'], prompter: Prompter): Promise<SetUpAnswers> {
	const {name, workspace, integration: place, file, mapping, safeFixes, tokenStorage: keeping} = start;
	const look = (path: string) =>
		prompter
			.wait('Looking at the file', signal => files.inspect(path, signal), [path])
			.catch(error => {
				if (!(error instanceof UserError)) throw error;
				return undefined;
			});
	const looked = file === undefined ? undefined : await look(file);
	const known =
		(looked?.kind === 'done' ? looked.value : undefined) ??
		(file === undefined ? undefined : {path: file, kind: defaultKind, labels: [], missing: []});
	return {
		name,
		workspace,
		integration: {kind: 'there', place},
		mapping,
		hasAskedMoreColumns: true,
		safeFixes,
		...(known === undefined ? {} : {file: known}),
		...(keeping === undefined ? {} : {tokenStorage: keeping}),
	};
}

/** `undefined` when it was not saved, and the person was told why. */
async function save(draft: ProfileDraft, {prompter, setup}: StepContext): Promise<SavedProfile | undefined> {
	try {
		const saving = Promise.withResolvers<SavedProfile>();
		const saved = await prompter.wait(
			'Saving',
			signal => {
				saving.resolve(setup.save(draft, signal));
				return saving.promise;
			},
			['The keyring may ask for its password in a window of its own.'],
		);
		// Whoever stops it is still told what came of it: something may have been made.
		return saved.kind === 'done' ? saved.value : await saving.promise;
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		await prompter.ask({
			prompt: 'Not saved',
			error: errorLine(error),
			question: {kind: 'keys'},
			keys: [{keys: ['enter'], action: 'read', label: 'back to the summary', help: ''}],
			back: '',
		});
		return undefined;
	}
}

/** Shows what was saved. Answers whether the person wants to go on with it now. */
async function tellSaved(
	{name, tokenStorage: keeping}: ProfileDraft,
	{integration: place, page, isNewIntegration: made, notes}: SavedProfile,
	prompter: Prompter,
): Promise<boolean> {
	const answer = await prompter.ask({
		prompt: `Saved as ${name}`,
		lines: [
			...(made ? [`The integration "${place.name}" was made.`] : []),
			`Integration ${place.id}, its page:`,
			`  ${page}`,
			...notes.flatMap(note => ['', note]),
			'',
			...headlessCommand(name, keeping),
		],
		question: {kind: 'keys'},
		keys: [{keys: ['enter'], action: 'go', label: 'check the file and show the preview', help: ''}],
		back: 'home',
	});
	return answer.kind === 'key';
}
