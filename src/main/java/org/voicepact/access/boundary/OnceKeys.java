package org.voicepact.access.boundary;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import org.voicepact.access.control.AnsweringOnce;
import org.voicepact.access.entity.OnceAnswer;
import org.voicepact.access.entity.OnceRefusal;
import org.voicepact.access.entity.OnceRequest;
import org.voicepact.platform.control.Pseudonyms;
import org.voicepact.platform.control.Sha256;
import org.voicepact.platform.entity.InvalidInput;

/** Honours {@code Idempotency-Key}: what a request did and was answered, the same request again is answered. */
@Singleton
public class OnceKeys {

  public static final String HEADER = "Idempotency-Key";
  public static final String DESCRIPTION =
      "The same key with the same body gets the same answer for a day, and nothing is done again";

  private static final int LONGEST = 200;
  private static final String PURPOSE = "once/1";

  private final AnsweringOnce once;
  private final CurrentCaller current;
  private final Pseudonyms pseudonyms;

  @Inject
  public OnceKeys(AnsweringOnce once, CurrentCaller current, Pseudonyms pseudonyms) {
    this.once = once;
    this.current = current;
    this.pseudonyms = pseudonyms;
  }

  /** As {@link #once}, where what is kept is the answer itself. */
  public Response answer(String route, String key, byte[] body, Supplier<OnceAnswer> work) {
    return response(once(route, key, body, work));
  }

  /**
   * @param route that the key belongs to, besides the caller
   * @param key the value of the header, or null
   * @param work answers with JSON
   * @return what the work has answered now, or at the first request with the key
   * @throws OnceRefusal where the key came with another body, or the first request is still worked on
   */
  public OnceAnswer once(String route, String key, byte[] body, Supplier<OnceAnswer> work) {
    if (key == null) {
      return work.get();
    }
    OnceRequest.Key id = id(route, key);
    Optional<OnceAnswer> known = begin(id, Sha256.hex(body));
    if (known.isPresent()) {
      return known.get();
    }
    try {
      return once.work(id, work);
    } catch (RuntimeException e) {
      once.forget(id);
      throw e;
    }
  }

  /**
   * The answer of the same request before, where there was one: then nothing that it needed, as a code, is needed again.
   *
   * @param key the value of the header, or null
   */
  public Optional<Response> known(String route, String key, byte[] body) {
    return Optional.ofNullable(key)
        .flatMap(present -> once.answered(id(route, present), Sha256.hex(body)))
        .map(OnceKeys::response);
  }

  private OnceRequest.Key id(String route, String key) {
    if (key.isBlank() || key.length() > LONGEST) {
      throw new InvalidInput("", HEADER + " must have 1 to " + LONGEST + " characters");
    }
    return new OnceRequest.Key(caller(), route, Sha256.hex(key.getBytes(StandardCharsets.UTF_8)));
  }

  /** Parties all have the same name in the audit trail, and each has keys of its own. */
  private String caller() {
    return current
        .get()
        .phone()
        .map(phone -> "party:" + pseudonyms.of(PURPOSE, phone.e164()))
        .orElseGet(() -> current.actor().name());
  }

  /** Of two that begin at the same time one fails on the key, and finds that of the other. */
  private Optional<OnceAnswer> begin(OnceRequest.Key id, String body) {
    try {
      return once.begin(id, body);
    } catch (OnceRefusal refusal) {
      throw refusal;
    } catch (RuntimeException e) {
      if (!once.isKnown(id)) {
        throw e;
      }
      return once.begin(id, body);
    }
  }

  private static Response response(OnceAnswer answer) {
    return Response.status(answer.status())
        .type(MediaType.APPLICATION_JSON)
        .entity(answer.json().getBytes(StandardCharsets.UTF_8))
        .build();
  }
}
