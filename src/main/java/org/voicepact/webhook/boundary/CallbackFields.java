package org.voicepact.webhook.boundary;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;
import org.voicepact.platform.entity.InvalidInput;

/** Reads the fields of a gateway's callbacks; one that is blank counts as absent. */
public final class CallbackFields {

  private static final int LONGEST_ID = 200;

  private CallbackFields() {}

  public static Optional<String> text(MultivaluedMap<String, String> form, String name) {
    return Optional.ofNullable(form.getFirst(name)).filter(value -> !value.isBlank());
  }

  /**
   * @throws InvalidInput where it is not there
   */
  public static String required(MultivaluedMap<String, String> form, String name) {
    return text(form, name).orElseThrow(() -> new InvalidInput(name, "is required"));
  }

  /**
   * The gateway's id of a message.
   *
   * @throws InvalidInput where it is not there, or too long
   */
  public static String id(MultivaluedMap<String, String> form) {
    return checkedId(required(form, "id"));
  }

  public static String checkedId(String id) {
    if (id.length() > LONGEST_ID) {
      throw new InvalidInput("id", "must have at most " + LONGEST_ID + " characters");
    }
    return id;
  }
}
