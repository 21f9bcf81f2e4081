import {encodingNames} from '../../../../records/source/encoding.ts';
import {pathKeys} from '../../../components/path-field/keys.ts';
import {keyOf} from '../../../keys.ts';
import {pickFile} from '../../pick-file.ts';
import {back, next, type SetUpStep} from '../answers.ts';

/** The file that is uploaded. */
export const fileStep: SetUpStep = {
	name: 'file',
	label: 'File',
	summarize: ({file}) =>
		file && `${file.path}${file.encoding === undefined ? '' : ` (read as ${encodingNames[file.encoding]})`}`,
	isNeeded: () => true,
	async ask(found, {prompter, files}) {
		const file = await pickFile(prompter, files, {
			value: found.file?.path ?? '',
			lines: [
				`The CSV with a row for each column of the warehouse. ${keyOf(pathKeys, 'complete')} completes; a file can be dropped here.`,
			],
		});
		if (file === undefined) return back;
		// What was said of the columns holds for this file only.
		return next(
			file.path === found.file?.path ? {...found, file} : {...found, file, mapping: {}, hasAskedMoreColumns: false},
		);
	},
};
