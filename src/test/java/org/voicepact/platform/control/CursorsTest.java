package org.voicepact.platform.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.voicepact.platform.entity.UnreadableInput;

class CursorsTest {

  private static final String PLACE = "2026-11-24T09:30:00.000Z AG-2026-000123";
  private static final String FILTERS = "status=pending";

  private final Cursors cursors = with("the secret of this installation");

  @Property
  void aCursorLeadsBackToItsPlace(
      @ForAll @AlphaChars @NumericChars @StringLength(min = 1) String place,
      @ForAll @AlphaChars String filters) {
    assertThat(cursors.open(cursors.seal(place, filters), filters)).isEqualTo(place);
  }

  @Test
  void aCursorNeedsNoEscapesInAQuery() {
    assertThat(cursors.seal(PLACE, FILTERS)).matches("[A-Za-z0-9_-]+");
  }

  @Test
  void aCursorOfAListWithOtherFiltersIsRefused() {
    assertForeign(cursors.seal(PLACE, "status=confirmed"));
    assertForeign(cursors.seal(PLACE, ""));
    assertForeign(cursors.seal(PLACE, FILTERS + " "));
  }

  @Test
  void aPlaceCannotBorrowFromTheFilters() {
    String sealed = cursors.seal("ab", "cd");

    assertThatThrownBy(() -> cursors.open(moved(sealed, "abc"), "d"))
        .isInstanceOf(UnreadableInput.class);
    assertThatThrownBy(() -> cursors.open(moved(sealed, "a"), "bcd"))
        .isInstanceOf(UnreadableInput.class);
  }

  @Test
  void aCursorOfAnotherInstallationIsRefused() {
    assertForeign(with("the secret of another installation").seal(PLACE, FILTERS));
  }

  @Test
  void aCursorInWhichAnyByteIsChangedIsRefused() {
    byte[] sealed = Base64.getUrlDecoder().decode(cursors.seal(PLACE, FILTERS));
    for (int i = 0; i < sealed.length; i++) {
      for (int bit = 0; bit < 8; bit++) {
        byte[] changed = sealed.clone();
        changed[i] ^= (byte) (1 << bit);
        assertForeign(encoded(changed));
      }
    }
  }

  @Test
  void aCursorThatIsCutOrMadeLongerIsRefused() {
    byte[] sealed = Base64.getUrlDecoder().decode(cursors.seal(PLACE, FILTERS));
    for (int length = 0; length < sealed.length; length++) {
      assertForeign(encoded(Arrays.copyOf(sealed, length)));
    }
    assertForeign(encoded(Arrays.copyOf(sealed, sealed.length + 1)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "?",
        "AAAA",
        "%%%%",
        "2026-11-24T09:30:00.000Z",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "\u00E9"
      })
  void garbageIsRefused(String garbage) {
    assertForeign(garbage);
  }

  private void assertForeign(String cursor) {
    assertThatThrownBy(() -> cursors.open(cursor, FILTERS))
        .isInstanceOf(UnreadableInput.class)
        .hasMessage("cursor: must be the next_cursor of an earlier answer with the same filters");
  }

  /** The MAC of one cursor before another place. */
  private static String moved(String sealed, String place) {
    byte[] mac = Arrays.copyOf(Base64.getUrlDecoder().decode(sealed), 16);
    byte[] moved = Arrays.copyOf(mac, 16 + place.length());
    for (int i = 0; i < place.length(); i++) {
      moved[16 + i] = (byte) place.charAt(i);
    }
    return encoded(moved);
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static Cursors with(String secret) {
    Environment testing = new Environment("testing");
    KeptSecrets none = new KeptSecrets("unused", testing);
    return new Cursors(
        new InstallationSecret(Optional.of(secret), none, testing, new SecureRandom()));
  }
}
