/** Changes one setting of a profile again and again: `profile-writer.ts <folder> <setting> <times>`. */
import {ProfileStore} from '../../source/profiles/store.ts';

const [folder = '', setting = '', times = '0'] = process.argv.slice(2);
const store = new ProfileStore(folder);
for (let time = 1; time <= Number(times); time++) await store.update('nightly', {[setting]: String(time)});
