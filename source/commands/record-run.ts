import type {Profile} from '../profiles/profile.ts';
import {failureOf} from './failure.ts';
import {profileStore} from './settings.ts';

/** How a run went, as far as a profile remembers it. */
type Ran = {readonly outcome: string; readonly message: string};

/** Notes in a profile how its run ended, also when it ended with an error. That it cannot be noted spoils no run. */
export async function recordRun<Result extends Ran>(
	profile: Profile | undefined,
	env: NodeJS.ProcessEnv,
	run: () => Promise<Result>,
): Promise<Result> {
	if (profile === undefined) return run();
	const note = ({outcome, message}: Ran) =>
		profileStore(env)
			.update(profile.name, {lastRun: {at: new Date().toISOString(), outcome, message}})
			.catch(() => undefined);
	try {
		const result = await run();
		await note(result);
		return result;
	} catch (error) {
		const message = failureOf(error)?.message;
		if (message !== undefined) await note({outcome: 'failed', message});
		throw error;
	}
}
