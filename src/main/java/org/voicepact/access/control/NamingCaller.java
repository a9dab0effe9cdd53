package org.voicepact.access.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import org.voicepact.access.entity.Caller;
import org.voicepact.evidence.entity.Actor;
import org.voicepact.platform.control.Pseudonyms;

/**
 * Says how the audit trail names a caller. The subject of a token may be a person's name or e-mail address, which
 * could never be taken out of the trail again, so a pseudonym stands for it.
 */
@Singleton
public class NamingCaller {

  private static final String PURPOSE = "token-subject/1";

  private final Pseudonyms pseudonyms;

  @Inject
  public NamingCaller(Pseudonyms pseudonyms) {
    this.pseudonyms = pseudonyms;
  }

  public Actor name(Caller caller) {
    return switch (caller.kind()) {
      case ANONYMOUS -> Actor.ANONYMOUS;
      case KEY -> Actor.key(caller.id());
      case OPERATOR -> Actor.operator(caller.id());
      case TOKEN, PARTY -> Actor.token(subject(caller.id()));
    };
  }

  /** What stands for the subject of a token. */
  String subject(String subject) {
    return pseudonyms.of(PURPOSE, subject);
  }

  /** That, and what stood for it with former secrets. */
  List<String> subjects(String subject) {
    return pseudonyms.all(PURPOSE, subject);
  }
}
