/** Changes a setting of a profile repeatedly; exits with 1 if another process overwrote a change: `<folder> <setting> <times>`. */
import {once} from 'node:events';
import {ProfileStore} from '../../source/profiles/store.ts';

const [folder = '', setting = '', times = '0'] = process.argv.slice(2);
const store = new ProfileStore(folder);
// All writers wait for a signal, to start together.
process.stdout.write('ready\n');
process.stdin.resume();
await once(process.stdin, 'end');
for (let time = 1; time <= Number(times); time++) {
	await store.update('nightly', profile => ({...profile, [setting]: String(time)}));
	const stands = Object.entries((await store.get('nightly')) ?? {}).find(([name]) => name === setting)?.[1];
	if (stands !== String(time)) process.exit(1);
}
