package org.voicepact.platform.control;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.voicepact.platform.entity.Language;

/** Texts for people, from the resource bundle of their language; the one without a language is English. */
public final class Texts {

  private final ResourceBundle bundle;

  /**
   * @param name of the bundle, as {@code org.voicepact.contract.words}
   */
  public Texts(String name, Language language) {
    // Not the language of the machine, where there is no bundle of that name for English.
    this.bundle = ResourceBundle.getBundle(
        name, language.locale(), Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
  }

  /**
   * @throws java.util.MissingResourceException where there is no such text
   */
  public String get(String key) {
    return bundle.getString(key);
  }

  /**
   * The same with {0}, {1} and so on replaced, as {@link MessageFormat} has it; what stands in their place is not
   * changed.
   */
  public String get(String key, Object... arguments) {
    return MessageFormat.format(
        get(key), Arrays.stream(arguments).map(String::valueOf).toArray());
  }
}
