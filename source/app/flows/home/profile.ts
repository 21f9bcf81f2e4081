import type {EditableProfile, OpenTarget} from '../../services.ts';
import {Prompter} from '../prompter.ts';
import type {FirstScreen} from '../review/options.ts';
import {setUp} from '../set-up/set-up.ts';
import type {HomeContext} from './home-context.ts';
import {openTarget} from './open.ts';
import {withErrorScreen} from './with-error-screen.ts';

/** Makes a profile, or changes the one that `start` is of, and goes on with it where the person wants that. */
export async function setUpProfile(visit: HomeContext, start?: EditableProfile): Promise<void> {
	const made = await setUp(visit.stage, visit.services, start);
	if (made === undefined) return;
	visit.selected = made.name;
	visit.tokens.changed(start?.name, made.name, made.account);
	if (made.showPreview) await openProfile(visit, made.name, 'preview');
}

/** Changes the settings of a profile. */
export async function editProfile(visit: HomeContext, name: string): Promise<void> {
	await withErrorScreen(visit, `The profile ${name} cannot be changed`, async () =>
		setUpProfile(visit, await visit.services.home.editableProfile(name)),
	);
}

/** Opens the file of a profile: its rows, or at once the preview of its upload. */
export async function openProfile(visit: HomeContext, name: string, firstScreen: FirstScreen): Promise<void> {
	const work = async () => {
		const opened = firstScreen === 'preview' ? await visit.tokens.open(name) : await rowsOf(visit, name);
		if (opened !== undefined) await openTarget(visit, opened, {firstScreen, profile: name});
	};
	await withErrorScreen(visit, `${name} cannot be opened`, work, ['At home, e changes what the profile says.']);
}

/** The file of a profile: to look at it needs no token, which is looked for when something is to be sent. */
async function rowsOf({services, tokens}: HomeContext, name: string): Promise<OpenTarget> {
	const opened = await services.home.profileFile(name);
	return {...opened, connect: async () => (await tokens.open(name))?.upload};
}

/** Forgets a profile and its token; `neighbour` is selected then. */
export async function removeProfile(visit: HomeContext, name: string, neighbour: string | undefined): Promise<void> {
	await withErrorScreen(visit, `${name} was not forgotten`, async () => {
		const prompter = new Prompter(visit.stage, name);
		const done = await prompter.wait('Forgetting', signal => visit.services.home.remove(name, signal));
		if (done.kind !== 'done') return;
		visit.notice = [`The profile ${name} is forgotten.`, done.value].filter(Boolean).join(' ');
		visit.tokens.forget(name);
		visit.selected = neighbour;
	});
}
