import fc from 'fast-check';

// The same cases on every run: a change is at fault where one fails. FC_SEED tries others.
fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 20_220_531) });
