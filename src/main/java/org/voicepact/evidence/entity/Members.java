package org.voicepact.evidence.entity;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.voicepact.platform.entity.WireValue;

/**
 * The members of a JSON object of a known form, read one by one; {@link #end} refuses what is left over. Every
 * refusal is a {@link NotThisFormat} that names the member by its JSON pointer.
 */
public final class Members {

  private final JsonNode object;
  private final String where;
  private final Set<String> known = new HashSet<>();

  private Members(JsonNode object, String where) {
    if (!object.isObject()) {
      throw new NotThisFormat(where + ": must be an object");
    }
    this.object = object;
    this.where = where;
  }

  public static Members of(JsonNode object) {
    return new Members(object, "");
  }

  public boolean has(String name) {
    return object.has(name);
  }

  public String text(String name) {
    return text(required(name), pointer(name));
  }

  public Optional<String> optionalText(String name) {
    return has(name) ? Optional.of(text(name)) : remember(name);
  }

  /** A text in a spelling of its own. */
  public <T> T spelled(String name, Function<String, T> spelling) {
    return spelled(text(name), pointer(name), spelling);
  }

  public long number(String name) {
    return spelled(name, Spelling::number);
  }

  public Instant time(String name) {
    return spelled(name, Spelling::time);
  }

  public <E extends Enum<E> & WireValue> E wire(String name, Class<E> type) {
    return spelled(name, text -> Spelling.wire(type, text));
  }

  /** A text of a form that says for itself what it must be. */
  public String matching(String name, Pattern form) {
    String text = text(name);
    if (!form.matcher(text).matches()) {
      throw fault(pointer(name), "must match " + form);
    }
    return text;
  }

  /** 64 lower-case hex digits, as they stand there. */
  public String hash(String name) {
    spelled(name, Spelling::hash);
    return text(name);
  }

  /** A text that can only be this one. */
  public void literal(String name, String only) {
    if (!text(name).equals(only)) {
      throw fault(pointer(name), "must be " + only);
    }
  }

  public Members object(String name) {
    return new Members(required(name), pointer(name));
  }

  public Optional<Members> optionalObject(String name) {
    return has(name) ? Optional.of(object(name)) : remember(name);
  }

  public List<Members> objects(String name, int fewest, int most) {
    return elements(name, fewest, most, Members::new);
  }

  /** Hashes of 32 bytes in Base64. */
  public List<byte[]> hashes(String name, int most) {
    return elements(
        name,
        0,
        most,
        (element, pointer) -> spelled(text(element, pointer), pointer, text -> {
          byte[] hash = Spelling.base64(text);
          if (hash.length != MerkleTree.HASH_LENGTH) {
            throw new NotThisFormat("must have 32 bytes");
          }
          return hash;
        }));
  }

  /** Refuses members that were not asked for. */
  public void end() {
    Iterator<String> names = object.fieldNames();
    while (names.hasNext()) {
      String name = names.next();
      if (!known.contains(name)) {
        throw fault(pointer(name), "is not known here");
      }
    }
  }

  /** The object, all of whose members are texts. */
  JsonNode ofTexts() {
    object.properties().forEach(member -> text(member.getValue(), pointer(member.getKey())));
    return object;
  }

  private interface Element<T> {
    T read(JsonNode element, String pointer);
  }

  private <T> List<T> elements(String name, int fewest, int most, Element<T> element) {
    JsonNode array = required(name);
    if (!array.isArray() || array.size() < fewest || array.size() > most) {
      throw fault(pointer(name), "must be an array of " + fewest + " to " + most);
    }
    List<T> elements = new ArrayList<>(array.size());
    for (int i = 0; i < array.size(); i++) {
      elements.add(element.read(array.get(i), pointer(name) + "/" + i));
    }
    return elements;
  }

  private JsonNode required(String name) {
    known.add(name);
    JsonNode value = object.get(name);
    if (value == null) {
      throw fault(pointer(name), "is missing");
    }
    return value;
  }

  private <T> Optional<T> remember(String name) {
    known.add(name);
    return Optional.empty();
  }

  private static String text(JsonNode value, String pointer) {
    if (!value.isTextual()) {
      throw fault(pointer, "must be a text");
    }
    return value.textValue();
  }

  private static <T> T spelled(String text, String pointer, Function<String, T> spelling) {
    try {
      return spelling.apply(text);
    } catch (NotThisFormat e) {
      throw fault(pointer, e.getMessage());
    }
  }

  private String pointer(String name) {
    return where + "/" + name.replace("~", "~0").replace("/", "~1");
  }

  private static NotThisFormat fault(String pointer, String what) {
    return new NotThisFormat(pointer + ": " + what);
  }
}
