import type {Opened, Start} from '../../services.ts';
import {Asker} from '../asker.ts';
import type {OpensAt} from '../review/options.ts';
import {setUp} from '../set-up/set-up.ts';
import {open} from './open.ts';
import {trying} from './trying.ts';
import type {Visit} from './visit.ts';

/** Makes a profile, or changes the one that `start` is of, and goes on with it where the person wants that. */
export async function setUpProfile(visit: Visit, start?: Start): Promise<void> {
	const made = await setUp(visit.stage, visit.services, start);
	if (made === undefined) return;
	visit.selected = made.name;
	visit.tokens.changed(start?.name, made.name, made.account);
	if (made.goOn) await openProfile(visit, made.name, 'preview');
}

/** Changes the settings of a profile. */
export async function editProfile(visit: Visit, name: string): Promise<void> {
	await trying(visit, `The profile ${name} cannot be changed`, async () =>
		setUpProfile(visit, await visit.services.home.startOf(name)),
	);
}

/** Opens the file of a profile: its rows, or at once the preview of its upload. */
export async function openProfile(visit: Visit, name: string, opensAt: OpensAt): Promise<void> {
	const work = async () => {
		const opened = opensAt === 'preview' ? await visit.tokens.open(name) : await rowsOf(visit, name);
		if (opened !== undefined) await open(visit, opened, {opensAt, profile: name});
	};
	await trying(visit, `${name} cannot be opened`, work, ['At home, e changes what the profile says.']);
}

/** The file of a profile: to look at it needs no token, which is looked for when something is to be sent. */
async function rowsOf({services, tokens}: Visit, name: string): Promise<Opened> {
	const opened = await services.home.profileFile(name);
	return {...opened, connect: async () => (await tokens.open(name))?.upload};
}

/** Forgets a profile and its token; `neighbour` is selected then. */
export async function removeProfile(visit: Visit, name: string, neighbour: string | undefined): Promise<void> {
	await trying(visit, `${name} was not forgotten`, async () => {
		const asker = new Asker(visit.stage, name);
		const done = await asker.wait('Forgetting', signal => visit.services.home.remove(name, signal));
		if (done.kind !== 'done') return;
		visit.notice = [`The profile ${name} is forgotten.`, done.value].filter(Boolean).join(' ');
		visit.tokens.forget(name);
		visit.selected = neighbour;
	});
}
