package org.voicepact.terms.entity;

import java.time.LocalTime;
import java.util.List;

/**
 * A time of day that a text names.
 *
 * @param times what it can mean; two where the half of the day is not said
 */
public record SpokenTime(Span span, List<LocalTime> times) {}
