package org.voicepact.access.entity;

import org.voicepact.platform.entity.Language;

/**
 * An operator as people know it.
 *
 * @param name to sign in with
 * @param displayName what others call this person
 */
public record OperatorProfile(
    String name, String displayName, OperatorRole role, Language language) {}
