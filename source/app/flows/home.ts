import {type HomeEffect, homeReducer, initialHome} from '../screens/home/state.ts';
import type {AppServices, UnreadableProfile} from '../services.ts';
import type {Stage} from '../stage.ts';
import {Store} from '../store.ts';
import {createHomeContext, type HomeCallbacks} from './home/home-context.ts';
import {runHomeCommand} from './home/run-command.ts';
import {showStart} from './home/show-start.ts';

/**
Profiles and what can be done with them, until the person quits. Without any it is the set-up. It begins with the preview of
`first`, as if Enter were pressed on it. @throws Left
*/
export async function homeFlow(
	stage: Stage,
	services: AppServices,
	notes: HomeCallbacks,
	first?: string,
): Promise<void> {
	const visit = createHomeContext(stage, services, notes);
	if (first !== undefined) await runHomeCommand({kind: 'preview', name: first}, visit);
	for (;;) {
		const {profiles, damaged} = await services.home.profiles();
		if (profiles.length === 0 && damaged.length === 0) {
			if (!(await showStart(visit, 'quit'))) return;
			continue;
		}

		const wish = await showHome(stage, profiles, visit.selected, visit.notice ?? damagedNotice(damaged));
		visit.notice = undefined;
		if (wish.kind === 'quit') return;
		await runHomeCommand(wish, visit);
	}
}

async function showHome(stage: Stage, ...shown: Parameters<typeof initialHome>): Promise<HomeEffect> {
	const wanted = Promise.withResolvers<HomeEffect>();
	const store = new Store(initialHome(...shown), homeReducer, wish => wanted.resolve(wish));
	stage.show({name: 'home', store});
	return stage.until(wanted.promise);
}

/** What is said of profiles that cannot be read: their names first, for there may not be room for all of it. */
function damagedNotice(damaged: readonly UnreadableProfile[]): string | undefined {
	const [first] = damaged;
	if (damaged.length < 2) return first?.message;
	return `These profiles cannot be read: ${damaged.map(({name}) => name).join(', ')}. ${first?.message}`;
}
