package org.voicepact.platform.control;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberToTimeZonesMapper;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.voicepact.platform.entity.PhoneNumber;

/** Knows what time it may be where a telephone is at home. */
@Singleton
public class PhoneTimeZones {

  private static final String NO_REGION = "ZZ";

  private final PhoneNumberToTimeZonesMapper zones = PhoneNumberToTimeZonesMapper.getInstance();
  private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();

  /** All time zones of the number's country, or of the part of it that the number belongs to; UTC where none is known. */
  public List<ZoneId> of(PhoneNumber phone) {
    try {
      List<ZoneId> known =
          zones.getTimeZonesForNumber(numbers.parse(phone.e164(), NO_REGION)).stream()
              .filter(ZoneId.getAvailableZoneIds()::contains)
              .map(ZoneId::of)
              .toList();
      return known.isEmpty() ? List.of(ZoneOffset.UTC) : known;
    } catch (NumberParseException e) {
      // A number that was possible once, of a country code that is in use no more.
      return List.of(ZoneOffset.UTC);
    }
  }

  /**
   * The time zones of a country, as its numbers have them.
   *
   * @param region ISO 3166 code
   */
  public List<ZoneId> ofRegion(String region) {
    return Optional.ofNullable(numbers.getExampleNumber(region))
        .map(example -> numbers.format(example, PhoneNumberFormat.E164))
        .map(e164 -> of(new PhoneNumber(e164)))
        .orElse(List.of(ZoneOffset.UTC));
  }
}
