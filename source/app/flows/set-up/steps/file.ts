import {encodingNames} from '../../../../records/source/encoding.ts';
import {pathKeys} from '../../../components/path-field/keys.ts';
import {keyOf} from '../../../keys.ts';
import {pickFile} from '../../pick-file.ts';
import {back, next, type SetUpStep} from '../answers.ts';
import {fileTexts as texts} from '../texts.ts';

/** The file that the profile uploads. */
export const fileStep: SetUpStep = {
	name: 'file',
	label: texts.label,
	summarize: ({file}) => file && texts.summary(file.path, file.encoding && encodingNames[file.encoding]),
	isNeeded: () => true,
	async ask(answers, {prompter, files}) {
		const file = await pickFile(prompter, files, {
			value: answers.file?.path ?? '',
			lines: [texts.about(keyOf(pathKeys, 'complete'))],
		});
		if (file === undefined) return back;
		if (file.path === answers.file?.path) return next({...answers, file});
		// A mapping is valid for one file only.
		return next({...answers, file, mapping: {}, hasAskedMoreColumns: false});
	},
};
