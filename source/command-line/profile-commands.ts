import type {Command} from 'commander';
import {integrationOption, urlOption} from './options.ts';
import type {Choose} from './run.ts';

/** Profiles and their tokens. */
export function addProfileCommands(program: Command, choose: Choose): void {
	const profiles = program.command('profiles').description('saved places to upload to');
	profiles
		.command('list')
		.description('the profiles there are')
		.option('--json', 'one JSON object on stdout', false)
		.action(options => choose(async io => (await import('../commands/profiles.ts')).listProfiles(options, io)));
	profiles
		.command('add')
		.description('save a place to upload to under a name')
		.argument('<name>', 'small letters, digits, dots, hyphens, underscores')
		.addOption(urlOption().makeOptionMandatory())
		.addOption(integrationOption().makeOptionMandatory())
		.option('--file <path>', 'the file that is uploaded when none is named')
		.action((name: string, options) =>
			choose(async io => (await import('../commands/profiles.ts')).addProfile({...options, name}, io)),
		);
	profiles
		.command('remove')
		.description('forget a profile')
		.argument('<name>')
		.action((name: string) => choose(async io => (await import('../commands/profiles.ts')).removeProfile({name}, io)));
	program
		.command('login')
		.description("store a profile's token, read from standard input, in the keyring")
		.argument('<profile>')
		.option('--with-token', 'read it from standard input (always so today)')
		.action((name: string) => choose(async io => (await import('../commands/login.ts')).login({name}, io)));
	program
		.command('logout')
		.description("take a profile's token out of the keyring")
		.argument('<profile>')
		.action((name: string) => choose(async io => (await import('../commands/login.ts')).logout({name}, io)));
}
