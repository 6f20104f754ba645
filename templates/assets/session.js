// Says before the session ends, and keeps what is typed when it has ended. Several windows agree.
const end = document.querySelector('[data-session]');
const windows = new BroadcastChannel('wb-sitzung');
const WARN_MS = 3 * 60_000;
const TICK_MS = 1_000;

if (end) keepWatch(end);
// Somebody has signed out: windows that still show the book look for themselves.
else windows.postMessage({ person: '' });

function keepWatch(end) {
  const person = end.dataset.session;
  const began = { idleMs: Number(end.dataset.idleMs), latestMs: Number(end.dataset.latestMs) };
  let ends = endsOf(began);
  const warnMs = Math.min(WARN_MS, began.idleMs / 3);
  let [state, asked, isTyped, isLooking, lookAgain] = ['fine', false, false, false, 0];
  const box = dialog();

  const shortest = () => Math.min(ends.idle, ends.latest);
  const isLastWarning = () => ends.latest <= ends.idle;

  const tick = async () => {
    if (state === 'over' || isLooking) return;
    const left = shortest() - Date.now();
    if (left > warnMs) {
      asked = false;
      if (state === 'warned') quiet();
      return;
    }
    // Another window, or a draft that saved itself, may have prolonged it.
    if (!asked || left <= 0 || Date.now() > lookAgain) {
      asked = true;
      lookAgain = Date.now() + 15_000;
      isLooking = true;
      await look();
      isLooking = false;
      if (state === 'over' || shortest() - Date.now() > warnMs) return;
    }
    if (shortest() - Date.now() <= 0) over();
    else warn();
  };

  const look = () =>
    fetch('/sitzung', { headers: { accept: 'application/json' } })
      .then((answer) => (answer.ok ? answer.json() : undefined))
      .then((told) => told && take(told, false))
      .catch(() => undefined);

  const stay = async () => {
    const token = document.querySelector('form input[name=_token]')?.value;
    const answer = await fetch('/sitzung', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ _token: token }),
    }).catch(() => undefined);
    if (answer?.ok) take(await answer.json(), true);
    else await look();
  };

  /** What the server, or another window, says of the session. */
  const take = (told, isNews) => {
    if (told.person === '') return over();
    if (told.person !== person) return other(told.name);
    ends = told.ends ?? endsOf(told);
    end.textContent = told.text;
    renewForms(told.token);
    if (isNews) windows.postMessage({ ...told, ends });
    if (shortest() - Date.now() > warnMs) quiet();
    document.dispatchEvent(new Event('wb:session-back'));
  };

  const quiet = () => {
    state = 'fine';
    if (box.open) box.close();
  };

  const warn = () => {
    const title = `Ihre Sitzung endet ${leftText(shortest() - Date.now())}`;
    if (state === 'warned') return box.retitle(title);
    if (state === 'seen' && isLastWarning()) return;
    state = 'warned';
    if (isLastWarning()) {
      box.say(
        title,
        'Länger als einen Arbeitstag am Stück bleibt niemand angemeldet. Speichern Sie, was Sie gerade tun; danach melden Sie sich neu an. Was auf der Seite steht, geht nicht verloren.',
        [
          button('Verstanden', () => {
            state = 'seen';
            box.close();
          }),
        ],
      );
    } else {
      box.say(
        title,
        'Seit einiger Zeit ist nichts geschehen. Was Sie eingegeben haben, bleibt stehen.',
        [button('Angemeldet bleiben', () => void stay())],
      );
    }
  };

  const over = () => {
    if (state === 'over') return;
    state = 'over';
    end.textContent = 'Ihre Sitzung ist zu Ende.';
    const back = isTyped ? '/sitzung/fortgesetzt' : location.pathname + location.search;
    const way = link('Neu anmelden', `/anmelden?${new URLSearchParams({ weiter: back })}`, isTyped);
    const text = isTyped
      ? 'Was Sie eingegeben haben, steht noch hier. Melden Sie sich in einem neuen Fenster an und kommen Sie dann zu diesem zurück.'
      : 'Melden Sie sich neu an, dann sehen Sie diese Seite wieder.';
    box.say('Ihre Sitzung ist zu Ende', text, [way], true);
  };

  const other = (name) => {
    state = 'over';
    box.say(
      'In diesem Browser ist jemand anders angemeldet',
      `Diese Seite gehört zu einer früheren Sitzung. Angemeldet ist jetzt: ${name}.`,
      [link('Weiter zur Übersicht', '/', false)],
      true,
    );
  };

  const renewForms = (token) => {
    for (const field of document.querySelectorAll('form input[name=_token]')) field.value = token;
    for (const form of document.querySelectorAll('form[action*="_token="]')) {
      const url = new URL(form.action);
      url.searchParams.set('_token', token);
      form.setAttribute('action', url.pathname + url.search);
    }
    if (state === 'over') quiet();
  };

  document.addEventListener('input', ({ target }) => (isTyped ||= isOfForm(target)));
  document.addEventListener('wb:session-used', () => {
    if (state !== 'fine') void look();
  });
  document.addEventListener('wb:session-lost', () => void look());
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) void look();
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void tick();
  });
  windows.addEventListener('message', ({ data }) => {
    if (data.person === '' && state !== 'over') void look();
    else if (data.person !== '') take(data, false);
  });
  const token = document.querySelector('form input[name=_token]')?.value;
  windows.postMessage({ person, name: '', text: end.textContent, token, ends });
  setInterval(() => void tick(), TICK_MS);
}

/** As moments of this machine's clock, which may be wrong: only what is left counts. */
function endsOf({ idleMs, latestMs }) {
  return { idle: Date.now() + idleMs, latest: Date.now() + latestMs };
}

function leftText(ms) {
  const minutes = Math.ceil(ms / 60_000);
  if (minutes > 1) return `in ${minutes} Minuten`;
  return ms > 20_000 ? 'in einer Minute' : 'gleich';
}

function isOfForm(target) {
  return target.form?.method === 'post' && target.type !== 'hidden';
}

/** The box above the page. Once the session is over nothing of the book is to be seen behind it. */
function dialog() {
  const box = document.createElement('dialog');
  box.className = 'kern-dialog wb-session';
  box.setAttribute('role', 'alertdialog');
  box.setAttribute('aria-labelledby', 'wb-session-title');
  box.setAttribute('aria-describedby', 'wb-session-text');
  const title = part('h2', 'kern-title', 'wb-session-title');
  const text = part('p', 'kern-body', 'wb-session-text');
  const header = part('header', 'kern-dialog__header');
  const body = part('section', 'kern-dialog__body');
  const footer = part('footer', 'kern-dialog__footer');
  header.append(title);
  body.append(text);
  box.append(header, body, footer);
  document.body.append(box);
  let isFinal = false;
  box.addEventListener('cancel', (event) => {
    if (isFinal) event.preventDefault();
    else footer.querySelector('button')?.click();
  });
  box.retitle = (words) => {
    if (title.textContent !== words) title.textContent = words;
  };
  box.say = (words, more, ways, final = false) => {
    isFinal = final;
    box.classList.toggle('wb-session--over', final);
    title.textContent = words;
    text.textContent = more;
    footer.replaceChildren(...ways);
    if (!box.open) box.showModal();
    ways[0].focus();
  };
  return box;
}

function part(name, className, id = '') {
  const made = document.createElement(name);
  made.className = className;
  if (id) made.id = id;
  return made;
}

function button(words, press) {
  const made = part('button', 'kern-btn kern-btn--primary');
  made.type = 'button';
  made.append(label(words));
  made.addEventListener('click', press);
  return made;
}

function link(words, href, isBeside) {
  const made = part('a', 'kern-btn kern-btn--primary');
  made.href = href;
  if (isBeside) made.target = '_blank';
  made.append(label(isBeside ? `${words} (neues Fenster)` : words));
  return made;
}

function label(words) {
  const made = part('span', 'kern-label');
  made.textContent = words;
  return made;
}
