import {keyOf} from '../../keys.ts';
import {homeKeys} from '../../screens/home/keys.ts';
import type {EditableProfile} from '../../services/set-up.ts';
import {Prompter} from '../prompter.ts';
import type {FirstScreen} from '../review/options.ts';
import {setUp} from '../set-up/set-up.ts';
import {homeFlowTexts as texts} from '../texts.ts';
import type {HomeContext} from './home-context.ts';
import {openTarget} from './open.ts';
import {withErrorScreen} from './with-error-screen.ts';

/** Creates a profile, or edits `profile`; then previews its upload if the user wants to. */
export async function setUpProfile(context: HomeContext, profile?: EditableProfile): Promise<void> {
	const result = await setUp(
		context.stage,
		context.services,
		profile === undefined ? {kind: 'new'} : {kind: 'edit', profile},
	);
	if (result === undefined) return;
	context.selected = result.name;
	context.tokens.changed(profile?.name, result.name, result.account);
	if (result.showPreview) await openProfile(context, result.name, 'preview');
}

/** Edits the settings of a profile. */
export async function editProfile(context: HomeContext, name: string): Promise<void> {
	await withErrorScreen(context, texts.editFailed(name), async () =>
		setUpProfile(context, await context.services.home.editableProfile(name)),
	);
}

/** Opens the file of a profile: its rows, or the preview of its upload. */
export async function openProfile(context: HomeContext, name: string, firstScreen: FirstScreen): Promise<void> {
	const work = async () => {
		// For the rows alone, the token is loaded only when the user uploads.
		const target =
			firstScreen === 'preview' ? await context.tokens.open(name) : await context.services.home.profileFile(name);
		if (target !== undefined) await openTarget(context, target, {firstScreen, profile: name});
	};
	await withErrorScreen(context, texts.openFailed(name), work, [texts.editHint(keyOf(homeKeys, 'edit'))]);
}

/** Removes a profile and its token; `neighbour` is selected then. */
export async function removeProfile(context: HomeContext, name: string, neighbour: string | undefined): Promise<void> {
	await withErrorScreen(context, texts.removeFailed(name), async () => {
		const prompter = new Prompter(context.stage, name);
		const result = await prompter.wait(texts.removing, signal => context.services.home.remove(name, signal));
		if (result.kind !== 'done') return;
		context.notice = [texts.removed(name), result.value].filter(Boolean).join(' ');
		context.tokens.forget(name);
		context.selected = neighbour;
	});
}
