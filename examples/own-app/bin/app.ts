import { App } from 'aws-cdk-lib';
import { ShopStack } from '../src/shop-stack.ts';

new ShopStack(new App(), 'Shop');
