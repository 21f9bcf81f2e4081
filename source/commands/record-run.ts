import {UserError} from '../errors/user-error.ts';
import type {Profile} from '../profiles/profile.ts';
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
	try {
		const result = await run();
		await noteRun(profile, result, env);
		return result;
	} catch (error) {
		if (error instanceof UserError) await noteRun(profile, {outcome: 'refused', message: error.problem}, env);
		throw error;
	}
}

/** Notes how a run ended. It never fails: the run itself is in the history. */
export async function noteRun({name}: Profile, {outcome, message}: Ran, env: NodeJS.ProcessEnv): Promise<void> {
	await profileStore(env)
		.update(name, profile => ({...profile, lastRun: {at: new Date().toISOString(), outcome, message}}))
		.catch(() => undefined);
}
