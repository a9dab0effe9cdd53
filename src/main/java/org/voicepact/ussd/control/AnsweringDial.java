package org.voicepact.ussd.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.voicepact.contract.control.PersonLanguages;
import org.voicepact.evidence.entity.Channel;
import org.voicepact.evidence.entity.Provenance;
import org.voicepact.platform.entity.Language;
import org.voicepact.platform.entity.Refusal;
import org.voicepact.ussd.entity.Dial;
import org.voicepact.ussd.entity.Place;
import org.voicepact.ussd.entity.Screen;
import org.voicepact.ussd.entity.Target;
import org.voicepact.ussd.entity.UssdSession;
import org.voicepact.ussd.entity.UssdStep;

/**
 * Answers what a caller has typed, in one transaction that holds the session. Inputs that were answered before bring
 * the same screen again; those that got lost on the way are made up for.
 */
@Singleton
public class AnsweringDial {

  /** Beyond it nobody has typed it. */
  private static final int MOST_STEPS = 60;

  private final UssdSessions sessions;
  private final ShowingScreen showing;
  private final FindingContract finding;
  private final CarryingOutAct carryingOut;
  private final PersonLanguages languages;
  private final Clock clock;

  @Inject
  public AnsweringDial(
      UssdSessions sessions,
      ShowingScreen showing,
      FindingContract finding,
      CarryingOutAct carryingOut,
      PersonLanguages languages,
      Clock clock) {
    this.sessions = sessions;
    this.showing = showing;
    this.finding = finding;
    this.carryingOut = carryingOut;
    this.languages = languages;
    this.clock = clock;
  }

  /**
   * @param deadline after which nothing may have an effect any more, because the caller was told something else
   * @return the screen, from {@code CON } or {@code END } on
   * @throws DeadlinePassed where it took too long; then nothing was changed
   */
  @Transactional(dontRollbackOn = Refusal.class)
  public String answer(Dial dial, Instant deadline) {
    Instant now = clock.instant();
    UssdSession session = sessions.lock(dial.sessionId(), Optional.of(dial.phone()), now);
    Dialler dialler = new Dialler(dial.phone(), languages.of(dial.phone()));
    String screen = answer(dial, session, dialler, now);
    if (clock.instant().isAfter(deadline)) {
      throw new DeadlinePassed();
    }
    return screen;
  }

  private String answer(Dial dial, UssdSession session, Dialler dialler, Instant now) {
    if (!sessions.isOf(session, dial.phone())) {
      return end(dialler, "end.other");
    }
    List<UssdStep> steps = sessions.steps(session.id());
    Optional<UssdStep> known = steps.stream()
        .filter(step -> sessions.isAfter(session, step, dial.text()))
        .findFirst();
    if (known.isPresent()) {
      return known.get().screen().orElseGet(() -> end(dialler, "end.over"));
    }
    if (session.isOver(now)) {
      return end(dialler, "end.over");
    }
    session.touch(now);
    return goOn(dial, session, steps, dialler, now);
  }

  private String goOn(
      Dial dial, UssdSession session, List<UssdStep> steps, Dialler dialler, Instant now) {
    UssdStep at = steps.stream()
        .filter(step -> sessions.isOnTheWayTo(session, step, dial.text()))
        .reduce((before, after) -> before.typedLength() > after.typedLength() ? before : after)
        .orElse(null);
    boolean wasShown = at != null;
    int position = steps.size();
    if (at == null) {
      at = sessions.add(session, position++, "", first(dial, session, dialler, now));
    }
    Dialler speaking = dialler;
    History history = new History(dial.text(), at.typedLength());
    while (history.hasNext()) {
      if (at.target().place() == Place.END || position >= MOST_STEPS) {
        return end(dialler, "end.over");
      }
      History.Input input = history.next(at);
      Screen next = wasShown && at.asksFor(input.text())
          ? carryingOut.carryOut(at.target(), speaking, words(dial, session, steps, at), how(dial))
          : next(at, input.text(), wasShown, speaking);
      speaking = dialler.speaking(languages.of(dial.phone()));
      Screen kept = history.hasNext() ? next.unseen() : next;
      at = sessions.add(session, position++, input.history(), kept);
      wasShown = false;
    }
    return at.screen().orElseThrow();
  }

  /** A whole path that was dialled begins at the menu, whatever broke before. */
  private Screen first(Dial dial, UssdSession session, Dialler dialler, Instant now) {
    Optional<Target> broken = dial.text().isEmpty()
        ? sessions.lastOfSessionBefore(session, dial.phone(), now).flatMap(AnsweringDial::broken)
        : Optional.empty();
    DrawingScreen drawing = showing.in(dialler.language());
    return broken
        .map(target -> drawing.resume(target, Optional.empty()))
        .orElseGet(() -> drawing.menu(Optional.empty()));
  }

  private static Optional<Target> broken(UssdStep last) {
    return switch (last.target().place()) {
      case MENU, END -> Optional.empty();
      case RESUME -> Optional.ofNullable(last.offers().get("1"));
      default -> Optional.of(last.target().again());
    };
  }

  /** The words that were typed for what is asked for: those behind the last screen on this way that wanted some. */
  private Optional<String> words(
      Dial dial, UssdSession session, List<UssdStep> steps, UssdStep asked) {
    List<UssdStep> way = steps.stream()
        .filter(step -> sessions.isOnTheWayTo(session, step, dial.text()))
        .filter(step -> step.typedLength() <= asked.typedLength())
        .sorted(Comparator.comparingInt(UssdStep::typedLength))
        .toList();
    for (int i = way.size() - 2; i >= 0; i--) {
      if (way.get(i).takesWords()) {
        return Optional.of(History.between(dial.text(), way.get(i), way.get(i + 1)));
      }
    }
    return Optional.empty();
  }

  /**
   * What one input leads to.
   *
   * @param wasShown whether the caller can have seen the screen: only then an input has an effect beyond the next one
   */
  private Screen next(UssdStep at, String input, boolean wasShown, Dialler dialler) {
    Target here = at.target();
    Target offered = at.offers().get(input);
    if (offered != null && offered.place() == Place.LANGUAGE) {
      return wasShown
          ? speak(Language.values()[offered.number()], dialler)
          : showing.show(here, dialler, Optional.empty());
    }
    if (offered != null) {
      return showing.show(offered, dialler, Optional.empty());
    }
    return switch (here.place()) {
      case NUMBER -> finding.find(input, dialler);
      case WORDS ->
        Words.areClear(input)
            ? showing.show(here.withWords(), dialler, Optional.empty())
            : showing.show(here, dialler, Optional.of("note.unclear"));
      case ASK -> showing.show(here, dialler, Optional.of("note.wrong").filter(note -> wasShown));
      case RESUME ->
        showing.in(dialler.language()).resume(at.offers().get("1"), Optional.of("note.unclear"));
      default -> showing.show(here, dialler, Optional.of("note.unclear"));
    };
  }

  private Screen speak(Language chosen, Dialler dialler) {
    languages.choose(dialler.phone(), chosen);
    return showing.show(Target.of(Place.MENU), dialler.speaking(chosen), Optional.empty());
  }

  private Provenance how(Dial dial) {
    return new Provenance(
        Channel.USSD,
        dial.assurance(),
        Optional.of(sessions.idOf(dial.sessionId())),
        Optional.empty());
  }

  private String end(Dialler dialler, String key) {
    return showing.in(dialler.language()).end(key).text();
  }
}
