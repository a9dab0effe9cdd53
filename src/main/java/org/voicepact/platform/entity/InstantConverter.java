package org.voicepact.platform.entity;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * Times are stored as instants ({@code TIMESTAMP WITH TIME ZONE}), whatever the server's time zone is. H2 gives them
 * back as {@link OffsetDateTime}, PostgreSQL as {@link Timestamp}; both take the former.
 */
@Converter(autoApply = true)
public class InstantConverter implements AttributeConverter<Instant, Object> {

  @Override
  public Object convertToDatabaseColumn(Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  @Override
  public Instant convertToEntityAttribute(Object time) {
    if (time instanceof Timestamp timestamp) {
      return timestamp.toInstant();
    }
    return time == null ? null : ((OffsetDateTime) time).toInstant();
  }
}
