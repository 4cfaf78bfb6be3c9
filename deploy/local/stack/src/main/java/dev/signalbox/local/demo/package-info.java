/** A support day in two minutes: customers write, agents answer or do not, and everybody can watch what happens. */
package dev.signalbox.local.demo;
