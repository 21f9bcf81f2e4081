import {UserError} from '../../../errors/user-error.ts';
import {defaultKind} from '../../../kinds/index.ts';
import type {Recipe} from '../../../mapping/recipe.ts';
import type {FileServices, InspectedFile} from '../../services/files.ts';
import type {EditableProfile} from '../../services/set-up.ts';
import type {Prompter} from '../prompter.ts';
import type {FilesToUpload} from '../review/options.ts';
import {sharedTexts} from '../texts.ts';
import type {SetUpAnswers} from './answers.ts';

/** Returns the answers that a profile was saved with. */
export async function answersOfProfile(
	profile: EditableProfile,
	files: FileServices,
	prompter: Prompter,
): Promise<SetUpAnswers> {
	const {name, workspace, integration, file: path, secondFile, recipe, safeFixes, tokenStorage} = profile;
	const file = path === undefined ? undefined : await inspect(path, recipe, files, prompter);
	return {
		name,
		workspace,
		integration: {kind: 'existing', integration},
		recipe,
		safeFixes,
		...(file === undefined ? {} : {file: {...file, secondFile}}),
		...(tokenStorage === undefined ? {} : {tokenStorage}),
	};
}

/** Returns the answers that open files give. */
export async function answersOfFiles(
	{paths: [first, secondFile], recipe}: FilesToUpload,
	files: FileServices,
	prompter: Prompter,
): Promise<SetUpAnswers> {
	const file = await inspect(files.resolve(first), recipe, files, prompter);
	return {recipe, file: {...file, secondFile: secondFile === undefined ? undefined : files.resolve(secondFile)}};
}

/** Inspects the file as its recipe reads it. One that cannot be read keeps its path. */
async function inspect(path: string, recipe: Recipe, files: FileServices, prompter: Prompter): Promise<InspectedFile> {
	try {
		const result = await prompter.wait(sharedTexts.readingFile, signal => files.inspect(path, signal, recipe), [path]);
		if (result.kind === 'done') return result.value;
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
	}

	return {path, kind: defaultKind};
}
