/** Runs one measure in a process of its own and tells what it took: `run-one.ts <measure> <file>`. */
const [name = '', path = ''] = process.argv.slice(2);
const {measure} = (await import(`./measure/${name}.ts`)) as {measure(path: string): Promise<string>};
const start = performance.now();
const result = await measure(path);
const seconds = (performance.now() - start) / 1000;
process.stdout.write(JSON.stringify({seconds, mebibytes: process.resourceUsage().maxRSS / 1024, result}));
process.exit();
