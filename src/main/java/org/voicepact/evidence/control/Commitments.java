package org.voicepact.evidence.control;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.voicepact.platform.control.HmacSha256;
import org.voicepact.platform.entity.PhoneNumber;

/**
 * Commitments to what must not be published: HMAC-SHA256 over the JCS of an object, with a random key
 * of 32 bytes of its own for each thing that is committed to. Whoever is given the key and the content
 * can check it; nobody else learns anything, and without the key the content is forgotten.
 */
@Singleton
public class Commitments {

  /** In bytes. */
  public static final int KEY_LENGTH = 32;

  private final SecureRandom random;

  @Inject
  public Commitments(SecureRandom random) {
    this.random = random;
  }

  public byte[] newKey() {
    byte[] key = new byte[KEY_LENGTH];
    random.nextBytes(key);
    return key;
  }

  /** To a party: {@code {"name": …, "phone": …}}, the name left out where there is none. */
  public static String party(byte[] key, Optional<String> name, PhoneNumber phone) {
    ObjectNode content = JsonNodeFactory.instance.objectNode().put("phone", phone.e164());
    name.ifPresent(known -> content.put("name", known));
    return commit(key, content);
  }

  /** To the words in which a deal was made: {@code {"transcript": …}}. */
  public static String transcript(byte[] key, String transcript) {
    return commit(key, JsonNodeFactory.instance.objectNode().put("transcript", transcript));
  }

  /** To a message as it was received: {@code {"text": …}}. */
  public static String text(byte[] key, String text) {
    return commit(key, JsonNodeFactory.instance.objectNode().put("text", text));
  }

  private static String commit(byte[] key, ObjectNode content) {
    return HexFormat.of().formatHex(HmacSha256.of(key, CanonicalJson.bytes(content)));
  }
}
