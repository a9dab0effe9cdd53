package org.voicepact.webhook.boundary;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.voicepact.access.boundary.NotLimited;

/** Marks the JAX-RS methods that gateways call: none of them runs before {@link WebhookFilter} has let the call through. */
@NameBinding
@NotLimited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface CheckedWebhook {}
