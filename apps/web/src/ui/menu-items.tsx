/** What menus and context menus are made of. */
import { Menu as Part } from "@base-ui/react/menu";
import { Check, ChevronRight } from "lucide-react";
import type { ComponentProps, ReactElement, ReactNode } from "react";
import { classes } from "./classes.ts";
import { Kbd } from "./kbd.tsx";
import { menuPopup } from "./menu-popup.tsx";
import type { Option } from "./select.tsx";

type Content = {
  icon?: ReactNode;
  /** Written at the end, such as `e` or `mod+enter`; the keys themselves are bound elsewhere. */
  shortcut?: string;
  children: ReactNode;
};

type MenuItemProps = Content & Omit<ComponentProps<typeof Part.Item>, "className" | "children"> & { danger?: boolean };

export function MenuItem({ icon, shortcut, danger, children, ...rest }: MenuItemProps) {
  return (
    <Part.Item {...rest} className={classes("choice", danger && "text-danger data-highlighted:bg-danger-soft")}>
      <Row icon={icon} shortcut={shortcut} isDanger={danger}>
        {children}
      </Row>
    </Part.Item>
  );
}

type MenuLinkProps = Content & { href?: string /** A router's `<Link>`. */; render?: ReactElement };

export function MenuLink({ icon, shortcut, children, ...rest }: MenuLinkProps) {
  return (
    <Part.LinkItem {...rest} closeOnClick className="choice">
      <Row icon={icon} shortcut={shortcut}>
        {children}
      </Row>
    </Part.LinkItem>
  );
}

type MenuCheckboxProps = Content & {
  checked: boolean;
  onCheckedChange: (checked: boolean) => void;
  disabled?: boolean;
};

export function MenuCheckbox({ icon, shortcut, children, ...rest }: MenuCheckboxProps) {
  return (
    <Part.CheckboxItem {...rest} className="choice">
      <Row icon={icon} shortcut={shortcut}>
        {children}
      </Row>
      <Part.CheckboxItemIndicator keepMounted className="text-accent data-unchecked:invisible">
        <Check className="size-4" />
      </Part.CheckboxItemIndicator>
    </Part.CheckboxItem>
  );
}

type MenuRadiosProps<Value extends string> = {
  label?: string;
  options: readonly Option<Value>[];
  value: Value;
  onValueChange: (value: Value) => void;
};

export function MenuRadios<Value extends string>({ label, options, value, onValueChange }: MenuRadiosProps<Value>) {
  return (
    <Part.RadioGroup value={value} onValueChange={onValueChange}>
      {label && <Label>{label}</Label>}
      {options.map((option) => (
        <Part.RadioItem
          key={option.value}
          value={option.value}
          disabled={option.disabled}
          closeOnClick
          className="choice"
        >
          <Row icon={option.icon}>
            {option.label}
            {option.hint && <span className="block text-ink-muted text-xs">{option.hint}</span>}
          </Row>
          <Part.RadioItemIndicator keepMounted className="text-accent data-unchecked:invisible">
            <Check className="size-4" />
          </Part.RadioItemIndicator>
        </Part.RadioItem>
      ))}
    </Part.RadioGroup>
  );
}

export function MenuGroup({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Part.Group>
      <Label>{label}</Label>
      {children}
    </Part.Group>
  );
}

export function Submenu({ label, icon, children }: { label: ReactNode; icon?: ReactNode; children: ReactNode }) {
  return (
    <Part.SubmenuRoot>
      <Part.SubmenuTrigger className="choice">
        <Row icon={icon}>{label}</Row>
        <ChevronRight aria-hidden="true" className="size-4 text-ink-faint rtl:-scale-x-100" />
      </Part.SubmenuTrigger>
      <Part.Portal>
        <Part.Positioner sideOffset={2} alignOffset={-4} className="z-50 outline-none">
          <Part.Popup className={menuPopup}>{children}</Part.Popup>
        </Part.Positioner>
      </Part.Portal>
    </Part.SubmenuRoot>
  );
}

export function MenuSeparator() {
  return <Part.Separator className="mx-2 my-1 h-px bg-line" />;
}

function Label({ children }: { children: ReactNode }) {
  return <Part.GroupLabel className="px-2 pt-1.5 pb-1 font-medium text-ink-faint text-xs">{children}</Part.GroupLabel>;
}

function Row({ icon, shortcut, isDanger, children }: Content & { isDanger?: boolean }) {
  return (
    <>
      {icon && (
        <span className={classes("contents [&>svg]:size-4 [&>svg]:shrink-0", !isDanger && "[&>svg]:text-ink-muted")}>
          {icon}
        </span>
      )}
      <span className="min-w-0 flex-1">{children}</span>
      {shortcut && <Kbd keys={shortcut} className="border-transparent bg-transparent" />}
    </>
  );
}
