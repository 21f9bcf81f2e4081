import {spawn} from 'node:child_process';

/** Opens a page in the person's browser. Answers whether something was started for it. */
export function openPage(url: string, env: NodeJS.ProcessEnv): Promise<boolean> {
	const [command, ...args] = opener(env, url);
	return new Promise(resolve => {
		const child = spawn(command, args, {stdio: 'ignore', detached: true});
		child.once('error', () => resolve(false));
		child.once('spawn', () => {
			child.unref();
			resolve(true);
		});
	});
}

function opener({BROWSER}: NodeJS.ProcessEnv, url: string): readonly [command: string, ...args: string[]] {
	if (BROWSER) return [BROWSER, url];
	if (process.platform === 'darwin') return ['open', url];
	return process.platform === 'win32' ? ['explorer.exe', url] : ['xdg-open', url];
}
