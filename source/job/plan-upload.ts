import type {JobEvent, Preview} from './events.ts';
import {cleanUp} from './job.ts';
import type {JobOptions, JobServices} from './options.ts';
import {findIntegration, type PlanOptions, type PreparedUpload, preparePlan} from './prepare.ts';

/**
Plans an upload of a file without errors, and sends nothing. The plan can be read until `use` has ended.

@throws UserError
*/
export async function planUpload<Result>(
	options: PlanOptions & Pick<JobOptions, 'integration'>,
	services: JobServices,
	{signal, emit}: {readonly signal: AbortSignal; readonly emit: (event: JobEvent) => void},
	use: (preview: Preview) => Promise<Result>,
): Promise<Result> {
	const integration = await findIntegration(options.integration, services.catalog, signal, emit);
	const taken = await options.source.take(services.state.snapshots, signal, (rows, of) =>
		emit({type: 'snapshotting', rows, of}),
	);
	let prepared: PreparedUpload | undefined;
	try {
		prepared = await preparePlan({integration, taken}, options, services, signal, emit);
		return await use(prepared.preview);
	} finally {
		await cleanUp(services.state, taken, prepared);
	}
}
