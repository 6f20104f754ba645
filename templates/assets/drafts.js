// A form of a draft saves itself while somebody types, and says at each moment how things stand.
const PAUSE_MS = 900;
const RETRY_MS = [2_000, 5_000, 15_000, 30_000];

for (const form of document.querySelectorAll('form[data-draft]')) keepSaving(form);

function keepSaving(form) {
  const state = form.querySelector('[data-state]');
  const seen = form.elements.namedItem('_revision');
  const touched = new Set();
  let [timer, running, failures] = [0, undefined, 0];
  let [dirty, changedWhileRunning, ended, leaving] = [false, false, false, false];
  let refusedToken = '';

  const say = (text, isDanger = false) => {
    if (state.textContent !== text) state.textContent = text;
    state.classList.toggle('wb-state--danger', isDanger);
  };

  const later = (ms) => {
    clearTimeout(timer);
    timer = setTimeout(() => (running ??= save().finally(() => (running = undefined))), ms);
  };

  const save = async () => {
    if (ended || !dirty || form.elements._token?.value === refusedToken) return;
    changedWhileRunning = false;
    const sent = typedIn(form);
    const token = form.elements._token?.value;
    const answer = await send(form, sent, seen.value).catch(() => undefined);
    if (answer?.ok) {
      document.dispatchEvent(new Event('wb:session-used'));
      const saved = await answer.json();
      [dirty, failures, refusedToken] = [changedWhileRunning, 0, ''];
      seen.value = saved.revision;
      const taken = takeOver(form, sent, saved.texts);
      showErrors(form, saved.errors, touched);
      showPanels(form, saved.panels);
      if (dirty) later(PAUSE_MS);
      else say(saved.saved + taken);
    } else if (answer?.status === 412) conflict();
    else if (answer && [401, 403].includes(answer.status)) signedOut(token);
    else if (answer && [404, 410].includes(answer.status)) {
      ended = true;
      say(
        'Diesen Entwurf gibt es nicht mehr: Er wurde eingetragen oder verworfen. Ihre Eingaben stehen nur noch hier.',
        true,
      );
    } else {
      const wait = RETRY_MS[Math.min(failures, RETRY_MS.length - 1)];
      failures += 1;
      say(
        `Nicht gespeichert: Das Buch antwortet nicht. Neuer Versuch in ${wait / 1000} Sekunden.`,
        true,
      );
      later(wait);
    }
  };

  // The session is over, or this page is older than it: once there is a new one, saving goes on.
  const signedOut = (token) => {
    refusedToken = token;
    say(
      'Nicht gespeichert: Ihre Sitzung ist zu Ende. Bitte melden Sie sich in einem neuen Fenster an; Ihre Eingaben stehen noch hier.',
      true,
    );
    document.dispatchEvent(new Event('wb:session-lost'));
  };
  document.addEventListener('wb:session-back', () => {
    if (!refusedToken || !dirty) return;
    if (form.elements._token?.value === refusedToken) {
      ended = true;
      say(
        'Nicht gespeichert: Ihre Rolle erlaubt das nicht mehr. Ihre Eingaben stehen noch hier.',
        true,
      );
    } else later(0);
  });

  const conflict = () => {
    ended = true;
    say(
      'Nicht gespeichert: Dasselbe Feld wurde inzwischen an anderer Stelle ausgefüllt, von jemand anderem oder in einem zweiten Fenster. Ihre Eingabe bleibt hier stehen.',
      true,
    );
    const compare = document.createElement('button');
    compare.type = 'submit';
    compare.name = '_aktion';
    compare.value = 'pruefen';
    compare.className = 'kern-btn kern-btn--secondary wb-state__go';
    const words = document.createElement('span');
    words.className = 'kern-label';
    words.textContent = 'Eingaben vergleichen';
    compare.append(words);
    state.append(compare);
  };

  const changed = () => {
    [dirty, changedWhileRunning] = [true, true];
    if (ended) return;
    if (failures === 0 && !refusedToken) say('Nicht gespeicherte Änderungen');
    later(PAUSE_MS);
  };
  form.addEventListener('input', changed);
  form.addEventListener('change', ({ target }) => {
    touched.add(target.name);
    if (dirty && !ended) later(0);
  });
  // What is being saved ends first: else the form would come with an older revision.
  form.addEventListener('submit', (event) => {
    clearTimeout(timer);
    leaving = running === undefined;
    if (leaving) return;
    event.preventDefault();
    const { submitter } = event;
    void running.then(() => {
      clearTimeout(timer);
      form.requestSubmit(submitter);
    });
  });
  // A link of our own waits until what was typed is saved.
  document.addEventListener('click', (event) => {
    const link = event.target.closest?.('a[href]');
    const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey;
    if (!link || link.target || !isPlain || !dirty || ended) return;
    if (link.origin !== location.origin || link.getAttribute('href').startsWith('#')) return;
    event.preventDefault();
    clearTimeout(timer);
    void (running ?? Promise.resolve()).then(save).then(() => (location.href = link.href));
  });
  // Whoever discards the draft needs no warning.
  document.addEventListener('submit', ({ target }) => {
    if (target !== form) leaving = true;
  });
  addEventListener('beforeunload', (event) => {
    if (dirty && !leaving) event.preventDefault();
  });
}

const SHOWN = '_war:';

/** The fields of the form and what they showed before, several of a name as lines. */
function typedIn(form) {
  const body = {};
  for (const [name, value] of new FormData(form)) {
    if (name.startsWith('_') && !name.startsWith(SHOWN)) continue;
    body[name] = name in body ? `${body[name]}\n${value}` : value;
  }
  return body;
}

function send(form, body, revision) {
  return fetch(form.dataset.draft || form.action, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', 'if-match': `"${revision}"` },
    body: JSON.stringify({ ...body, _token: form.elements._token?.value }),
  });
}

/** What was saved counts as shown from now on; fields that only others filled in show theirs. */
function takeOver(form, sent, texts) {
  const now = typedIn(form);
  const taken = [];
  for (const shown of form.querySelectorAll(`input[name^="${SHOWN}"]`)) {
    const name = shown.name.slice(SHOWN.length);
    const [mine, theirs] = [sent[name] ?? '', texts[name] ?? ''];
    shown.value = mine;
    if (theirs === mine.replaceAll('\r\n', '\n') || (now[name] ?? '') !== mine) continue;
    shown.value = theirs;
    fill(form, name, theirs);
    const label = form.querySelector(`[data-field="${CSS.escape(name)}"] .kern-label`);
    taken.push(label?.firstChild.textContent.trim() ?? name);
  }
  return taken.length === 0 ? '' : ` · von anderer Stelle übernommen: ${taken.join(', ')}`;
}

function fill(form, name, text) {
  for (const control of form.elements) {
    if (control.name !== name) continue;
    const isBox = ['radio', 'checkbox'].includes(control.type);
    if (isBox) control.checked = text.split('\n').includes(control.value);
    else control.value = text;
  }
}

/** A mistake is told once its field was left; it goes as soon as it is mended. */
function showErrors(form, errors, touched) {
  for (const box of form.querySelectorAll('[data-field]')) {
    const name = box.dataset.field;
    const control = box.querySelector('[name]');
    const shown = box.querySelector('.kern-error');
    const isHere = box.contains(document.activeElement);
    const error = errors[name];
    if (error === undefined) setError(box, control, '');
    else if (shown || (touched.has(name) && !isHere)) setError(box, control, error);
  }
  mendSummary(errors);
}

const COUNTS = ['', '', 'Zwei', 'Drei', 'Vier', 'Fünf', 'Sechs'];

/** What is mended goes from the summary on top, too. */
function mendSummary(errors) {
  const summary = document.querySelector('[data-error-summary]');
  for (const link of summary?.querySelectorAll('a[href^="#"]') ?? []) {
    const box = document.getElementById(link.hash.slice(1))?.closest('[data-field]');
    if (box && errors[box.dataset.field] === undefined) link.closest('li').remove();
  }
  const left = summary?.querySelectorAll('li').length;
  if (left === 0) summary.remove();
  else if (left) {
    const title = left === 1 ? 'Eine Angabe stimmt' : `${COUNTS[left] ?? left} Angaben stimmen`;
    summary.querySelector('.kern-title').textContent = `${title} noch nicht`;
  }
}

function setError(box, control, text) {
  const isGroup = box instanceof HTMLFieldSetElement;
  const described = isGroup ? box : control;
  const id = `${control.id}-error`;
  document.getElementById(id)?.remove();
  box.classList.toggle(isGroup ? 'kern-fieldset--error' : 'kern-form-input--error', text !== '');
  for (const box of isGroup ? described.querySelectorAll('.kern-form-check > input') : []) {
    box.classList.toggle(`kern-form-check__${box.type}--error`, text !== '');
  }
  if (!isGroup) {
    control.classList.toggle('kern-form-input__input--error', text !== '');
    control.toggleAttribute('aria-invalid', text !== '');
    if (text !== '') control.setAttribute('aria-invalid', 'true');
  }
  const ids = (described.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean);
  const others = ids.filter((each) => each !== id);
  const now = text === '' ? others : [...others, id];
  if (now.length > 0) described.setAttribute('aria-describedby', now.join(' '));
  else described.removeAttribute('aria-describedby');
  if (text === '') return;
  const line = document.createElement('p');
  line.className = 'kern-error';
  line.id = id;
  const icon = document.createElement('span');
  icon.className = 'kern-icon kern-icon--danger';
  icon.ariaHidden = 'true';
  const words = document.createElement('span');
  words.className = 'kern-body';
  words.textContent = text;
  line.append(icon, words);
  box.append(line);
}

/** The panels come ready from the server, which escapes what people typed. */
function showPanels(form, html) {
  const place = form.querySelector('[data-live]');
  if (place && place.dataset.html !== html) {
    const unfolded = foldsOf(place, ({ open }) => open);
    place.innerHTML = html;
    place.dataset.html = html;
    for (const [name, details] of foldsOf(place)) details.open ||= unfolded.has(name);
  }
}

/** What can be unfolded, by panel and title: that stays when the figures in it change. */
function foldsOf(place, isMeant = () => true) {
  const panels = [...place.querySelectorAll('.wb-form-panel')];
  const named = panels.flatMap((panel) => {
    const heading = panel.querySelector('h2')?.textContent ?? '';
    const all = [...panel.querySelectorAll('details')].filter(isMeant);
    return all.map((each) => [`${heading}\n${each.querySelector('summary')?.textContent}`, each]);
  });
  return new Map(named);
}

// A page that comes back from the browser's memory shows an older state of the draft.
addEventListener('pageshow', ({ persisted }) => {
  if (persisted && document.querySelector('form[data-draft]')) location.reload();
});
