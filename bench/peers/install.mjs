/** Installs and compiles what is measured into a folder that git ignores. What is there stays. */
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { here, root, workshop } from './engines.mjs';

const run = (command, words, options = {}) => execFileSync(command, words, { stdio: ['ignore', 'ignore', 'inherit'], ...options });

/** Mesa wants Python 3.12 or later. */
function python() {
  const isNewEnough = (command) => {
    try {
      run(command, ['-c', 'import sys; assert sys.version_info >= (3, 12)'], { stdio: 'ignore' });
      return true;
    } catch {
      return false;
    }
  };
  return [process.env.PEERS_PYTHON, 'python3.14', 'python3.13', 'python3.12', 'python3'].find((command) => command && isNewEnough(command));
}

/** Each step says what it needs when it fails; the others go on, and its engine is left out. */
function attempt(what, needs, act) {
  try {
    act();
  } catch (error) {
    process.stderr.write(`${what} is left out: ${error instanceof Error ? error.message.split('\n')[0] : error}. It needs ${needs}.\n`);
  }
}

export function install() {
  mkdirSync(workshop, { recursive: true });
  attempt('Unrest', 'npm install in the root of the repository', () => run('npx', ['tsc', '-p', 'tsconfig.build.json'], { cwd: root }));
  attempt('the literal oracle', 'npm install in the root of the repository', () =>
    run('npx', ['tsc', '-p', join(here, 'own-ground/tsconfig.json'), '--outDir', join(workshop, 'own-ground')], { cwd: root }),
  );
  for (const name of ['plain', 'tuned']) {
    attempt(`C++, ${name}`, 'g++ 11 or later', () =>
      run('g++', ['-O3', '-march=native', '-std=c++17', join(here, `cpp/${name}.cpp`), '-o', join(workshop, name)]),
    );
  }
  const modules = join(workshop, 'npm');
  if (!existsSync(join(modules, 'node_modules/flocc'))) {
    attempt('AgentScript and flocc', 'npm and a registry', () => {
      mkdirSync(modules, { recursive: true });
      for (const file of ['package.json', 'package-lock.json']) copyFileSync(join(here, file), join(modules, file));
      run('npm', ['ci', '--ignore-scripts'], { cwd: modules });
    });
  }
  const venv = join(workshop, 'venv');
  if (!existsSync(join(venv, 'bin/python'))) {
    attempt('Mesa', 'Python 3.12 or later (PEERS_PYTHON=path) and PyPI', () => {
      const command = python();
      if (!command) throw new Error('no Python 3.12 found');
      run(command, ['-m', 'venv', venv]);
      run(join(venv, 'bin/pip'), ['install', '--quiet', '-r', join(here, 'mesa/requirements.txt')]);
    });
  }
}
