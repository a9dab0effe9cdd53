package org.voicepact.access.boundary;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.voicepact.access.entity.Limited;

/** Says which limit holds for a JAX-RS method; without it that is {@link Limited#DEFAULT}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface RateLimited {

  Limited value();
}
