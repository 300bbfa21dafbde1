import { describe, expect, it } from "vitest";
import { canonicalTokens } from "../../../benchmarks/quality/formulas/canonical.js";

const canonical = (latex: string) => canonicalTokens(latex).join(" ");

describe("the canonical form of formulas", () => {
  it("keeps a font switch in scripts, as TeX does", () => {
    expect(canonical(String.raw`{\rm SNR_{P}}x`)).toBe(canonical(String.raw`\mathrm{SNR}_{\mathrm{P}}x`));
    expect(canonical(String.raw`\rho_{\rm in_S}`)).toBe(canonical(String.raw`\rho_{\mathrm{in}_{\mathrm{S}}}`));
  });

  it("ends a font switch with the cell it stands in", () => {
    const switched = String.raw`\begin{aligned} a &= \rm b \\ c &= d \end{aligned}`;
    expect(canonical(switched)).toBe(canonical(String.raw`\begin{aligned} a &= \mathrm{b} \\ c &= d \end{aligned}`));
  });

  it("takes a star for an operator's only where LaTeX has such a command", () => {
    expect(canonical(String.raw`\omega*x`)).toBe(String.raw`\omega * x`);
    expect(canonical(String.raw`\operatorname*{arg}_x`)).toBe(canonical(String.raw`\operatorname{arg}_{x}`));
  });

  it("sets a script behind a space apart from the one before it", () => {
    expect(canonical(String.raw`\Lambda^\mu\!_\nu`)).toBe(canonical(String.raw`\Lambda^{\mu}{}_{\nu}`));
    expect(canonical(String.raw`\Lambda^\mu_\nu`)).toBe(canonical(String.raw`\Lambda_{\nu}^{\mu}`));
  });
});
