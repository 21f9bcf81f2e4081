import {type HomeWish, home, homeOf} from '../screens/home/state.ts';
import type {AppServices, DamagedProfile} from '../services.ts';
import type {Stage} from '../stage.ts';
import {Store} from '../store.ts';
import {begin} from './home/begin.ts';
import {carryOut} from './home/errand.ts';
import {type Notes, visitOf} from './home/visit.ts';

/**
Profiles and what can be done with them, until the person quits. Without any it is the set-up. It begins with the preview of
`first`, as if Enter were pressed on it. @throws Left
*/
export async function homeFlow(stage: Stage, services: AppServices, notes: Notes, first?: string): Promise<void> {
	const visit = visitOf(stage, services, notes);
	if (first !== undefined) await carryOut({kind: 'preview', name: first}, visit);
	for (;;) {
		const {profiles, damaged} = await services.home.profiles();
		if (profiles.length === 0 && damaged.length === 0) {
			if (!(await begin(visit, 'quit'))) return;
			continue;
		}

		const wish = await showHome(stage, profiles, visit.selected, visit.notice ?? damagedNotice(damaged));
		visit.notice = undefined;
		if (wish.kind === 'quit') return;
		await carryOut(wish, visit);
	}
}

async function showHome(stage: Stage, ...shown: Parameters<typeof homeOf>): Promise<HomeWish> {
	const wanted = Promise.withResolvers<HomeWish>();
	const store = new Store(homeOf(...shown), home, wish => wanted.resolve(wish));
	stage.show({name: 'home', store});
	return stage.until(wanted.promise);
}

/** What is said of profiles that cannot be read: their names first, for there may not be room for all of it. */
function damagedNotice(damaged: readonly DamagedProfile[]): string | undefined {
	const [first] = damaged;
	if (damaged.length < 2) return first?.message;
	return `These profiles cannot be read: ${damaged.map(({name}) => name).join(', ')}. ${first?.message}`;
}
