import {type HomeEffect, homeReducer, initialHome} from '../screens/home/state.ts';
import type {AppServices} from '../services/app-services.ts';
import type {UnreadableProfile} from '../services/home.ts';
import type {Stage} from '../stage.ts';
import {Store} from '../store.ts';
import {createHomeContext, type HomeCallbacks} from './home/home-context.ts';
import {runHomeCommand} from './home/run-command.ts';
import {showStart} from './home/show-start.ts';
import {homeFlowTexts as texts} from './texts.ts';

/**
Shows home until the user quits; without profiles, the start options. With `first` it starts with the preview of that profile.
@throws AppClosed
*/
export async function homeFlow(
	stage: Stage,
	services: AppServices,
	callbacks: HomeCallbacks,
	first?: string,
): Promise<void> {
	const context = createHomeContext(stage, services, callbacks);
	if (first !== undefined) await runHomeCommand({kind: 'preview', name: first}, context);
	for (;;) {
		const {profiles, damaged} = await services.home.profiles();
		if (profiles.length === 0 && damaged.length === 0) {
			if (!(await showStart(context, 'quit'))) return;
			continue;
		}

		const effect = await showHome(stage, profiles, context.selected, context.notice ?? unreadableNotice(damaged));
		context.notice = undefined;
		if (effect.kind === 'quit') return;
		await runHomeCommand(effect, context);
	}
}

async function showHome(stage: Stage, ...shown: Parameters<typeof initialHome>): Promise<HomeEffect> {
	const effect = Promise.withResolvers<HomeEffect>();
	const store = new Store(initialHome(...shown), homeReducer, emitted => effect.resolve(emitted));
	stage.show({name: 'home', store});
	return stage.until(effect.promise);
}

/** Returns the notice about profiles that cannot be read. Names come first: the rest may be cut. */
function unreadableNotice(damaged: readonly UnreadableProfile[]): string | undefined {
	const [first] = damaged;
	if (damaged.length < 2) return first?.message;
	return texts.unreadable(damaged.map(({name}) => name).join(', '), first?.message);
}
