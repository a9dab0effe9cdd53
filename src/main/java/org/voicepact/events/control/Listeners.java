package org.voicepact.events.control;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.voicepact.access.entity.Caller;
import org.voicepact.events.entity.NoMoreListeners;

/**
 * All who listen to this server. One reading of the log a second serves them all; none holds a connection of the database.
 */
@Singleton
public class Listeners {

  private static final Duration BEAT = Duration.ofSeconds(15);
  private static final Duration CREDENTIAL = Duration.ofSeconds(5);

  /** Who is not farther behind than this is served first, and to the end of the log. */
  private static final long NEAR = 1000;

  private static final int TURNS = 20;
  private static final int OF_ONE_PARTY = 8;
  private static final int TURNS_FOR_THE_FAR = 2;

  private final ReadingEvents events;
  private final EventSettings settings;
  private final Clock clock;
  private final Set<Listener> all = ConcurrentHashMap.newKeySet();

  private Instant nextBeat = Instant.MIN;
  private Instant nextCheck = Instant.MIN;

  @Resource
  private ManagedExecutorService executor;

  @Inject
  public Listeners(ReadingEvents events, EventSettings settings, Clock clock) {
    this.events = events;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Takes another one on.
   *
   * @param again see {@code StandingCaller}
   * @param after the place of the log that it has got to; empty for one who wants to know what happens from now on
   * @throws NoMoreListeners where there are as many as may be, of all or of such callers
   */
  public Listener add(Line line, Caller caller, Supplier<Caller> again, Optional<Long> after) {
    long end = events.end();
    Listener listener = new Listener(
        line, caller, again, Math.min(after.orElse(end), end), executor, clock.instant());
    synchronized (all) {
      if (isFull(caller)) {
        throw new NoMoreListeners();
      }
      all.add(listener);
    }
    return listener;
  }

  /** Parties, and those who are not known, leave half of the places to the office and to programs with a key. */
  private boolean isFull(Caller caller) {
    if (!isPublic(caller)) {
      return all.size() >= settings.connections();
    }
    long own = all.stream()
        .filter(each -> caller.phone().isPresent() && each.caller().phone().equals(caller.phone()))
        .count();
    long others = all.stream().filter(each -> isPublic(each.caller())).count();
    return all.size() >= settings.connections()
        || others >= (settings.connections() + 1) / 2
        || own >= OF_ONE_PARTY;
  }

  private static boolean isPublic(Caller caller) {
    return caller.isAnonymous() || caller.kind() == Caller.Kind.PARTY;
  }

  public void remove(Listener listener) {
    all.remove(listener);
  }

  /** Once a second: looks after the connections and tells them what has happened. */
  public void turn() {
    all.removeIf(Listener::isClosed);
    if (all.isEmpty()) {
      return;
    }
    Instant now = clock.instant();
    lookAfter(now);
    tell();
  }

  private void lookAfter(Instant now) {
    boolean beat = !now.isBefore(nextBeat);
    boolean check = !now.isBefore(nextCheck);
    nextBeat = beat ? now.plus(BEAT) : nextBeat;
    nextCheck = check ? now.plus(CREDENTIAL) : nextCheck;
    for (Listener listener : all) {
      if (listener.isStuck(now)) {
        executor.execute(listener::close);
        all.remove(listener);
        continue;
      }
      if (check) {
        listener.checkCredential();
      }
      if (beat) {
        listener.beat();
      }
    }
  }

  private void tell() {
    long farthest = all.stream().mapToLong(Listener::place).max().orElse(0);
    tell(all.stream().filter(each -> each.place() >= farthest - NEAR).toList(), TURNS);
    tell(all.stream().filter(each -> each.place() < farthest - NEAR).toList(), TURNS_FOR_THE_FAR);
  }

  private void tell(List<Listener> some, int turns) {
    for (int i = 0; i < turns; i++) {
      List<Listener> ready = some.stream().filter(Listener::hasRoom).toList();
      if (ready.isEmpty()) {
        return;
      }
      ReadingEvents.Part part =
          events.after(ready.stream().mapToLong(Listener::place).min().orElseThrow());
      ready.forEach(each -> each.tell(part));
      if (part.isEnd()) {
        return;
      }
    }
  }

  @PreDestroy
  void closeAll() {
    all.forEach(Listener::close);
  }
}
