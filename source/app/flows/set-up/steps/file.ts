import {encodingNames} from '../../../../records/source/encoding.ts';
import {pathKeys} from '../../../components/path-field/keys.ts';
import {keyOf} from '../../../keys.ts';
import type {InspectedFile} from '../../../services/files.ts';
import {companionPage} from '../../open-questions.ts';
import {pickFile} from '../../pick-file.ts';
import type {Prompter} from '../../prompter.ts';
import {companionTexts} from '../../texts.ts';
import {back, next, type SetUpStep} from '../answers.ts';
import {fileTexts as texts} from '../texts.ts';

/** The user went back to the question before. */
const goBack = Symbol('back');

/** The file that the profile uploads. */
export const fileStep: SetUpStep = {
	name: 'file',
	label: texts.label,
	summarize: ({file}) =>
		file && texts.summary(file.path, file.encoding && encodingNames[file.encoding], file.secondFile),
	isNeeded: () => true,
	async ask(answers, {prompter, files, queryAnswers}) {
		const file = await pickFile(prompter, files, {
			value: answers.file?.path ?? '',
			lines: [texts.about(keyOf(pathKeys, 'complete'))],
			queryAnswers,
			...(answers.file === undefined ? {} : {before: {path: answers.file.path, recipe: answers.recipe ?? {}}}),
		});
		if (file === undefined) return back;
		const secondFile = await askForSecondFile(file, answers.file, prompter);
		if (secondFile === goBack) return back;
		if (file.path === answers.file?.path) return next({...answers, file: {...file, secondFile}});
		// A mapping is valid for one file only.
		const {recipe: _other, ...others} = answers;
		return next({...others, file: {...file, secondFile}});
	},
};

/** Asks whether to upload the file beside the chosen one too. Returns its path. */
async function askForSecondFile(
	{path, companion}: InspectedFile,
	before: InspectedFile | undefined,
	prompter: Prompter,
): Promise<string | undefined | typeof goBack> {
	if (companion === undefined) return before?.path === path ? before.secondFile : undefined;
	const answer = await prompter.ask(companionPage(companionTexts.uploadPrompt, path, companion));
	return answer.kind === 'picked' ? (answer.id === 'both' ? companion : undefined) : goBack;
}
